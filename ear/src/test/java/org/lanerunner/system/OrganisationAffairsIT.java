package org.lanerunner.system;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Handing an organisation over, leaving it, closing it, and what it asks of sign-ins. */
@SystemTest
class OrganisationAffairsIT {

    @Test
    void theOwnershipPassesFromOneToTheOtherAtOnce() {
        Person owner = People.carrier();
        Person heir = People.member(owner, "OFFICE");
        Person other = People.member(owner, "OFFICE");
        String ownership = of(owner) + "/ownership";
        Rest.post(ownership, object("personId", heir.personId()), other).expect(403);
        Rest.post(ownership, object("personId", owner.personId()), owner).expect(422);
        Rest.post(ownership, object("personId", People.shipper().personId()), owner)
                .expect(422);
        Rest.post(ownership, object("personId", other.personId()), owner).expect(200);
        Answer offered =
                Rest.post(ownership, object("personId", heir.personId()), owner).expect(200);
        assertEquals(heir.personId().toString(), offered.at("/offer/offeredTo"));
        Rest.post(ownership + "/accept", null, other).expect(404, "ownership-offers/not-found");
        Rest.post(ownership + "/accept", null, owner).expect(404);
        Rest.post(ownership + "/accept", null, People.carrier()).expect(404, "organisations/not-found");

        Sql.run("UPDATE identity.ownership_offer SET expires_at = now() WHERE organisation_id = '"
                + owner.organisationId() + "'");
        Rest.post(ownership + "/accept", null, heir).expect(404, "ownership-offers/not-found");
        Rest.post(ownership, object("personId", heir.personId()), owner).expect(200);

        Rest.post(ownership + "/accept", null, heir).expect(204);
        for (Person told : List.of(owner, heir)) {
            assertEquals(
                    1,
                    Sql.number(
                            "SELECT count(*) FROM outbound.delivery WHERE kind LIKE '%ownership-transferred%' AND person_id = '"
                                    + told.personId() + "'"));
        }
        Rest.call("GET", "/api/me", null, owner.accessToken()).expect(401, "identity/session-ended");
        Person former = People.refreshed(owner);
        Person present = People.refreshed(heir);
        assertEquals(Set.of("CARRIER"), roles(former));
        assertEquals(Set.of("OWNER", "OFFICE"), roles(present));
        Rest.post(ownership, object("personId", other.personId()), former).expect(403);
        assertTrue(Rest.get(ownership, present).expect(200).body().path("offer").isNull());
        Rest.post(ownership + "/accept", null, present).expect(404);
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'ownership.transferred' AND subject_id = '"
                        + owner.organisationId()
                        + "' AND changes @> '[{\"values\": {\"roles\": [[\"CARRIER\", \"OWNER\"], [\"CARRIER\"]]}}]'"
                        + " AND changes @> '[{\"values\": {\"roles\": [[\"OFFICE\"], [\"OFFICE\", \"OWNER\"]]}}]'"));
    }

    @Test
    void anOfferIsEitherTakenOnOrTakenBackAndEndsWithWhoMadeIt() {
        Person owner = People.carrier();
        Person heir = People.member(owner, "OFFICE");
        String ownership = of(owner) + "/ownership";
        Rest.post(ownership, object("personId", heir.personId()), owner).expect(200);
        List<Answer> both = AtOnce.all(List.of(
                () -> Rest.post(ownership + "/accept", null, heir),
                () -> Rest.call("DELETE", ownership, null, owner.accessToken())));
        long done = both.stream().filter(answer -> answer.status() == 204).count();
        assertEquals(1, done, both::toString);
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM identity.membership m JOIN identity.membership_role r ON r.membership_id = m.id WHERE m.organisation_id = '"
                                + owner.organisationId() + "' AND r.role = 'OWNER'"));

        Person founder = People.carrier();
        Person second = People.member(founder, "OWNER");
        Person third = People.member(founder, "OFFICE");
        Rest.post(of(founder) + "/ownership", object("personId", third.personId()), second)
                .expect(200);
        Rest.post(of(founder) + "/leave", null, second).expect(204);
        Rest.post(of(founder) + "/ownership/accept", null, third).expect(404);
        assertEquals(Set.of("OFFICE"), roles(third));
    }

    @Test
    void anOrganisationThatAsksForASecondFactorPassesToNobodyWithoutOne() {
        Person owner = People.carrier();
        Person heir = People.member(owner, "OFFICE");
        SecondFactors.app(owner);
        Rest.call("PUT", of(owner) + "/policy", object("secondFactor", true), owner.accessToken())
                .expect(200);
        Rest.post(of(owner) + "/ownership", object("personId", heir.personId()), owner)
                .expect(200);
        Person bound = heir.refreshed();
        Rest.post(of(owner) + "/ownership/accept", null, bound).expect(409, "organisations/second-factor-first");
        String shown = SecondFactors.app(bound).token();
        Rest.call("POST", of(owner) + "/ownership/accept", null, shown).expect(204);
    }

    @Test
    void aMemberIsRemovedByWhoHasJustProvenWhoTheyAre() {
        Person owner = People.carrier();
        Person member = People.member(owner, "OFFICE");
        Sql.run("UPDATE identity.session SET proven_at = proven_at - interval '5 h' WHERE person_id = '"
                + owner.personId() + "'");
        Person later = owner.refreshed();
        String path = of(owner) + "/members/" + member.personId();
        Rest.call("DELETE", path, null, later.accessToken()).expect(403, "identity/proof-needed");
        String proven = Rest.post("/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), later)
                .expect(200)
                .text("accessToken");
        Rest.call("DELETE", path, null, proven).expect(204);
    }

    @Test
    void whoLeavesIsOutAtOnceAndTheLastOwnerStays() {
        Person owner = People.carrier();
        Person member = People.member(owner, "OFFICE");
        Rest.post(of(owner) + "/leave", null, owner).expect(409, "organisations/last-owner");
        Rest.post(of(owner) + "/leave", null, People.shipper()).expect(404);
        Rest.post(of(owner) + "/leave", null, member).expect(204);
        Rest.get("/api/me", member).expect(401, "identity/session-ended");
        Rest.post("/api/auth/refresh", object("refreshToken", member.refreshToken()), null)
                .expect(401);
        assertFalse(Rest.get(of(owner) + "/members", owner)
                .expect(200)
                .body()
                .toString()
                .contains(member.email()));
    }

    @Test
    void anOrganisationClosesOnlyWithoutBusinessAndForGood() {
        Parties parties = new Parties();
        Person shipper = parties.shipper().person();
        parties.topUp("2000");
        String load = parties.postLoad("1200");
        String offer = parties.offer(load);
        Answer refused = Rest.post(of(shipper) + "/close", null, shipper).expect(409, "organisations/business-open");
        assertTrue(refused.text("detail").contains("Loads are on the market"), refused::toString);
        assertTrue(refused.text("detail").contains("Offers are open"), refused::toString);
        assertEquals(
                2,
                Rest.get(of(shipper) + "/closing", shipper)
                        .expect(200)
                        .body()
                        .path("obstacles")
                        .size());
        parties.accept(offer).expect(200);
        Rest.post(of(shipper) + "/close", null, shipper).expect(409, "organisations/business-open");
        assertTrue(Rest.get(of(shipper) + "/closing", shipper).body().toString().contains("Bookings are not settled"));

        Person owner = People.shipper();
        Person member = People.member(owner, "OFFICE");
        String link = Rest.post(
                        of(owner) + "/members", object("email", People.newEmail(), "roles", List.of("OFFICE")), owner)
                .expect(201)
                .text("link");
        Rest.post(of(owner) + "/close", null, member).expect(403);
        Rest.post(of(owner) + "/close", null, owner).expect(204);
        for (Person gone : List.of(owner, member)) {
            Rest.get("/api/me", gone).expect(401, "identity/session-ended");
            Rest.post("/api/auth/refresh", object("refreshToken", gone.refreshToken()), null)
                    .expect(401);
        }
        Answer again = Rest.post("/api/auth/login", object("email", owner.email(), "password", People.PASSWORD), null)
                .expect(200);
        JsonNode me = Rest.call("GET", "/api/me", null, again.text("accessToken"))
                .expect(200)
                .body();
        assertTrue(me.at("/organisation/personal").asBoolean());
        assertEquals(1, me.path("memberships").size());
        Rest.call(
                        "POST",
                        "/api/auth/switch",
                        object("organisationId", owner.organisationId()),
                        again.text("accessToken"))
                .expect(409, "organisations/closed");
        Rest.post("/api/auth/invitations/view", object("token", Links.token(link)), null)
                .expect(404);
        Rest.post("/api/organisations/" + People.admin().organisationId() + "/close", null, People.admin())
                .expect(409, "organisations/platform");
    }

    /** Whoever begins business at that moment is either before the closing, which then does not happen, or after it. */
    @Test
    void nothingBeginsWhileAnOrganisationCloses() {
        Parties parties = new Parties();
        Person shipper = parties.shipper().person();
        for (int i = 0; i < 10; i++) {
            Person owner = People.shipper();
            List<Answer> answers = AtOnce.all(List.of(
                    () -> Rest.post("/api/loads", parties.load("1200"), owner),
                    () -> Rest.post(of(owner) + "/close", null, owner),
                    () -> Rest.post("/api/loads", parties.load("1200"), owner)));
            long open = Sql.number("SELECT count(*) FROM loads.load WHERE status = 'OPEN' AND organisation_id = '"
                    + owner.organisationId() + "'");
            boolean closed = answers.get(1).status() == 204;
            assertTrue(closed == (open == 0), () -> open + " loads beside " + answers);
        }
        Sql.run("UPDATE identity.organisation SET closed_at = now() WHERE id = '" + shipper.organisationId() + "'");
        Rest.post("/api/loads", parties.load("1200"), shipper).expect(409, "organisations/closed");
        Rest.post(of(shipper) + "/members", object("email", People.newEmail(), "roles", List.of("OFFICE")), shipper)
                .expect(409, "organisations/closed");
    }

    @Test
    void thePolicyIsSeenByMembersAndWrittenByWhoManages() {
        Person owner = People.carrier();
        Person member = People.member(owner, "AUDITOR");
        String policy = of(owner) + "/policy";
        Answer read = Rest.get(policy, member).expect(200);
        assertFalse(read.body().path("secondFactor").asBoolean());
        Rest.call("PUT", policy, object("secondFactor", true), member.accessToken())
                .expect(403);
        Rest.call("PUT", policy, object("secondFactor", null), owner.accessToken())
                .expect(422);
        Rest.call("PUT", policy, object("secondFactor", true), owner.accessToken(), "If-Match", "\"99\"")
                .expect(412);
        Rest.call("PUT", policy, object("secondFactor", true), owner.accessToken())
                .expect(409, "organisations/second-factor-first");
        SecondFactors.app(owner);
        assertTrue(Rest.call("PUT", policy, object("secondFactor", true), owner.accessToken())
                .expect(200)
                .body()
                .path("secondFactor")
                .asBoolean());
        Rest.get(policy, People.carrier()).expect(404);
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM audit.entry WHERE action = 'organisation.policy-changed' AND subject_id = '"
                                + owner.organisationId()
                                + "' AND changes @> '[{\"values\": {\"requiresSecondFactor\": [false, true]}}]'"));
    }

    private static String of(Person person) {
        return "/api/organisations/" + person.organisationId();
    }

    private static Set<String> roles(Person person) {
        return StreamSupport.stream(
                        Rest.get("/api/me", person)
                                .expect(200)
                                .body()
                                .path("roles")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .collect(toCollection(TreeSet::new));
    }
}
