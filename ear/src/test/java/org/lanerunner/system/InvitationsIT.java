package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Open invitations: who sees and withdraws them, and with what they end. None outlives the right of who made it. */
@SystemTest
class InvitationsIT {

    private final Person owner = People.shipper();

    @Test
    void aRemovedOwnerDoesNotComeBackByAnInvitationMadeBefore() {
        Person second = People.member(owner, "OWNER");
        String email = People.newEmail();
        String token = invite(second, email, "OWNER");
        Rest.call("DELETE", member(second), null, owner.accessToken()).expect(204);
        refused(token);
        assertEquals(0, list(owner).size());
        acceptAs(signedIn(second), invite(owner, second.email(), "OWNER")).expect(201);
        refused(token);
    }

    @Test
    void whoIsNoOwnerAnyMoreLetsNobodyIn() {
        Person second = People.member(owner, "OWNER", "SHIPPER");
        String token = invite(second, People.newEmail(), "SHIPPER");
        Rest.call("PUT", member(second) + "/roles", object("roles", List.of("SHIPPER")), owner.accessToken())
                .expect(200);
        refused(token);
        assertEquals(0, list(owner).size());
    }

    /** Two links to one address: the second one is no way back after a removal. */
    @Test
    void aRemovedMemberDoesNotComeBackByASecondLink() {
        String email = People.newEmail();
        String first = invite(owner, email, "OFFICE");
        String second = invite(owner, email, "OFFICE");
        Person member = Person.of(email, accept(first).expect(201));
        Rest.call("DELETE", member(member), null, owner.accessToken()).expect(204);
        refused(second);
        acceptAs(signedIn(member), second).expect(404);
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM audit.entry WHERE action = 'member.removed' AND subject_id = '"
                                + member.personId()
                                + "' AND changes @> '[{\"table\": \"identity.invitation\", \"values\": {\"endReason\": [null, \"INVITED_LEFT\"]}}]'"));
    }

    /** As an earlier version left it: the maker is gone and the invitation still open. */
    @Test
    void whatTheMakerMayIsAskedWhenItIsAccepted() {
        Person second = People.member(owner, "OWNER");
        String token = invite(second, People.newEmail(), "OWNER");
        Rest.call("DELETE", member(second), null, owner.accessToken()).expect(204);
        Sql.run("UPDATE identity.invitation SET ended_at = NULL, end_reason = NULL WHERE invited_by = '"
                + second.personId() + "'");
        refused(token);
        assertEquals(
                0,
                Sql.trial(
                        "SELECT count(*) FROM identity.invitation WHERE ended_at IS NULL AND invited_by = '"
                                + second.personId() + "'",
                        "ALTER TABLE identity.invitation DROP ended_at, DROP end_reason; DROP INDEX IF EXISTS identity.invitation_open;"
                                + " CREATE INDEX invitation_organisation ON identity.invitation (organisation_id)",
                        Rows.migration("identity/V2026_11_26_1757__invitations_end.sql")));
    }

    @Test
    void openOnesAreListedByPageAndWithdrawn() {
        String email = People.newEmail();
        String first = invite(owner, email, "OFFICE");
        invite(owner, People.newEmail(), "SHIPPER");
        JsonNode page = Rest.get(invitations() + "?limit=1", owner).expect(200).body();
        JsonNode listed = page.at("/items/0");
        assertEquals(email, listed.path("email").asText());
        assertEquals("OFFICE", listed.at("/roles/0").asText());
        assertEquals("Owner of a SHIPPER", listed.path("invitedBy").asText());
        assertEquals(
                1,
                Rest.get(invitations() + "?after=" + page.path("next").asText(), owner)
                        .expect(200)
                        .body()
                        .path("items")
                        .size());
        String one = invitations() + "/" + listed.path("id").asText();
        Rest.call("DELETE", one, null, People.shipper().accessToken()).expect(404);
        Rest.call("DELETE", one, null, People.member(owner, "SHIPPER").accessToken())
                .expect(403);
        Rest.call("DELETE", one, null, owner.accessToken()).expect(204);
        Rest.call("DELETE", one, null, owner.accessToken()).expect(404, "invitations/not-found");
        refused(first);
        assertEquals(1, list(owner).size());
    }

    @Test
    void theyAreBoundedAndSoAreSessionsAndOrganisations() {
        String email = People.newEmail();
        String mine = invite(owner, email, "OFFICE");
        Sql.run(Rows.moreInvitations(owner.organisationId(), 999));
        Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of("OFFICE")),
                        owner)
                .expect(409, "organisations/too-many-invitations");
        Person guest = Person.of(email, accept(mine).expect(201));
        Sql.run(Rows.moreSessions(guest.personId(), 100), Rows.moreMemberships(guest.personId(), 99));
        String again = signedIn(guest);
        assertEquals(
                100,
                Sql.number("SELECT count(*) FROM identity.session WHERE ended_at IS NULL AND person_id = '"
                        + guest.personId() + "'"));
        Rest.call("GET", "/api/me", null, again).expect(200);
        acceptAs(again, invite(People.shipper(), email, "OFFICE")).expect(409, "identity/too-many-organisations");
    }

    private static void refused(String token) {
        view(token).expect(404, "invitations/not-found");
        accept(token).expect(404, "invitations/not-found");
    }

    private static Answer view(String token) {
        return Rest.post("/api/auth/invitations/view", object("token", token), null);
    }

    private static Answer accept(String token) {
        return Rest.post(
                "/api/auth/invitations/accept",
                object("token", token, "name", "New", "password", People.PASSWORD),
                null);
    }

    private static Answer acceptAs(String accessToken, String token) {
        return Rest.call("POST", "/api/auth/invitations/accept", object("token", token), accessToken);
    }

    private static String signedIn(Person person) {
        return Rest.post("/api/auth/login", object("email", person.email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("accessToken");
    }

    private String invitations() {
        return "/api/organisations/" + owner.organisationId() + "/invitations";
    }

    private JsonNode list(Person as) {
        return Rest.get(invitations(), as).expect(200).body().path("items");
    }

    private String member(Person person) {
        return "/api/organisations/" + owner.organisationId() + "/members/" + person.personId();
    }

    private static String invite(Person by, String email, String role) {
        String link = Rest.post(
                        "/api/organisations/" + by.organisationId() + "/members",
                        object("email", email, "roles", List.of(role)),
                        by)
                .expect(201)
                .text("link");
        return Links.token(link);
    }
}
