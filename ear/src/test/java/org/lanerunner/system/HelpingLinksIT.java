package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator helps somebody back in by a link that sets a password, and never passes over a second factor. */
@SystemTest
class HelpingLinksIT {

    private static final String PEOPLE = "/api/admin/people/";
    private static final String NEW = "another long enough password";

    private static Person admin;

    @BeforeAll
    static void administrator() {
        admin = People.admin();
    }

    @Test
    void itGoesToTheConfirmedAddressWorksOnceAndEndsAllSessions() {
        Person person = confirmed(People.shipper());
        Answer made = make(person, "Lost the password, called us").expect(200);
        assertTrue(made.body().path("link").isNull(), made::toString);
        assertEquals("identity/helping-link", Mails.lastKind(person.email()));
        String mail = Mails.last(person.email()).toString();
        assertTrue(mail.contains("Admin"), mail);
        String token = Mails.token(person.email());
        assertEquals(
                0, Sql.number("SELECT count(*) FROM identity.helping_link l WHERE l::text LIKE '%" + token + "%'"));
        reset(token, "short").expect(422);
        List<Answer> both = AtOnce.all(List.of(() -> reset(token, NEW), () -> reset(token, NEW)));
        assertEquals(
                List.of(204, 404), both.stream().map(Answer::status).sorted().toList());
        Rest.get("/api/me", person).expect(401, "identity/session-ended");
        Eventually.get(() -> Mails.lastKind(person.email()), "identity/password-changed"::equals);
        signIn(person, People.PASSWORD).expect(401, "identity/wrong-credentials");
        signIn(person, NEW).expect(200);
        String entries =
                "SELECT count(*) FROM audit.entry WHERE subject_id = '" + person.personId() + "' AND action = '";
        assertEquals(1, Sql.number(entries + "user.link-made' AND principal_id = '" + admin.personId() + "'"));
        assertEquals(1, Sql.number(entries + "person.password-reset'"));
        assertEquals(
                0,
                Sql.number("SELECT count(*) FROM audit.entry WHERE subject_id = '" + person.personId()
                        + "' AND changes::text LIKE '%called us%'"));
    }

    @Test
    void whereNoAddressIsConfirmedItIsShownOnceAndConfirmsNone() {
        Person person = People.shipper();
        Sql.run("UPDATE identity.person SET verified_at = NULL WHERE id = '" + person.personId() + "'");
        String first = token(make(person, "r").expect(200));
        Eventually.get(() -> Mails.lastKind(person.email()), "identity/link-made"::equals);
        assertFalse(Mails.last(person.email()).toString().contains(first), "the link itself went by mail");
        String second = token(make(person, "r").expect(200));
        reset(first, NEW).expect(404);
        reset(second, NEW).expect(204);
        signIn(person, NEW).expect(200);
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM identity.person WHERE verified_at IS NULL AND id = '"
                        + person.personId() + "'"));
        make(person, "r").expect(200);
        make(person, "r").expect(429, "people/too-many-links");
    }

    /** Nobody is helped past them in silence. */
    @Test
    void whoCanNotBeToldByMailGetsNoLinkAndWhoGotOneReadsOfItInTheInbox() {
        Person person = People.shipper();
        Sql.run("UPDATE identity.person SET verified_at = NULL WHERE id = '" + person.personId() + "'");
        make(person, "r").expect(200);
        JsonNode notice = NotificationsIT.one(
                Api.of(person), "link-handed-over", person.personId().toString());
        assertTrue(notice.path("stays").asBoolean(), notice::toString);
        String links = "SELECT count(*) FROM identity.helping_link WHERE person_id = '" + person.personId() + "'";
        Sql.run(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, unverified_for, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " SELECT gen_random_uuid(), channel, kind, address, address_key, unverified_for, 'SENT', 0, 0, now(), now(), now()"
                        + " FROM outbound.delivery, generate_series(1, 10) WHERE kind = 'identity/link-made' AND address = '"
                        + person.email() + "'");
        make(person, "r").expect(429, "people/too-many-links");
        assertEquals(1, Sql.number(links));
        Person mailed = confirmed(People.shipper());
        make(mailed, "r").expect(200);
        assertEquals(
                0,
                NotificationsIT.told(
                                Api.of(mailed),
                                "link-handed-over",
                                mailed.personId().toString())
                        .size(),
                "who gets the link itself is told by that");
    }

    @Test
    void whoHasASecondFactorIsAskedForItAsEver() {
        Person person = confirmed(People.shipper());
        SecondFactors.app(person);
        make(person, "r").expect(200);
        reset(Mails.token(person.email()), NEW).expect(204);
        Answer signedIn = signIn(person, NEW).expect(200);
        assertFalse(signedIn.body().has("accessToken"), signedIn::toString);
        assertTrue(signedIn.body().has("challenge"), signedIn::toString);
    }

    @Test
    void notForEverybodyAndNotByEverybody() {
        Person other = People.member(admin, "PLATFORM_AUDITOR");
        make(other, "r").expect(409, "people/administrator");
        make(admin, "r").expect(409, "people/self");
        Rest.post(PEOPLE + UUID.randomUUID() + "/link", object("reason", "r"), admin)
                .expect(404, "people/not-found");
        Person person = confirmed(People.shipper());
        make(person, " ").expect(422, "request/invalid");
        Rest.post(PEOPLE + person.personId() + "/link", object("reason", "r"), person)
                .expect(403);
        make(person, "r").expect(200);
        String token = Mails.token(person.email());
        Rest.post(PEOPLE + person.personId() + "/lock", object("reason", "stolen"), admin)
                .expect(200);
        make(person, "r").expect(409, "people/locked");
        reset(token, NEW).expect(404);
        Rest.post(PEOPLE + person.personId() + "/unlock", null, admin).expect(200);
        reset(token, NEW).expect(404);
        make(person, "r").expect(200);
        Sql.run("UPDATE identity.helping_link SET expires_at = now() WHERE used_at IS NULL AND person_id = '"
                + person.personId() + "'");
        reset(Mails.token(person.email()), NEW).expect(404);
        Person second = People.member(admin, "ADMIN");
        Sql.run("UPDATE identity.session SET proven_at = now() - interval '1 day' WHERE person_id = '"
                + second.personId() + "'");
        Rest.post(PEOPLE + person.personId() + "/link", object("reason", "r"), People.refreshed(second))
                .expect(403, "identity/proof-needed");
    }

    private static Answer make(Person person, String reason) {
        return Rest.post(PEOPLE + person.personId() + "/link", object("reason", reason), admin);
    }

    private static String token(Answer made) {
        return Links.token(made.text("link"));
    }

    private static Answer reset(String token, String password) {
        return Rest.post("/api/auth/reset", object("token", token, "password", password), null);
    }

    private static Answer signIn(Person person, String password) {
        return Rest.post("/api/auth/login", object("email", person.email(), "password", password), null);
    }

    private static Person confirmed(Person person) {
        Sql.run("UPDATE identity.person SET verified_at = now() WHERE id = '" + person.personId() + "'");
        return person;
    }
}
