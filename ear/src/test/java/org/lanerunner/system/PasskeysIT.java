package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;
import static org.lanerunner.system.SecondFactors.byName;
import static org.lanerunner.system.SecondFactors.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passkeys: made, named and removed by their person; a second step after the password, or all that is shown. */
@SystemTest
class PasskeysIT {

    private static Person person;
    private static SoftPasskey laptop;

    @BeforeAll
    static void somebodyWithAPasskey() {
        person = People.shipper();
        laptop = SecondFactors.passkey(person, "Laptop");
    }

    @Test
    void severalAreMadeNamedAndRemovedAndEachSignsInAsSecondStepAndAlone() {
        Person somebody = People.shipper();
        SoftPasskey one = SecondFactors.passkey(somebody, "One");
        SoftPasskey two = SecondFactors.passkey(somebody, "Two");
        JsonNode all = SecondFactors.of(somebody);
        assertEquals(10, all.path("recoveryCodes").asInt());
        assertEquals("localhost", all.at("/passkeys/0/host").asText());
        String id = all.at("/passkeys/1/id").asText();
        Rest.call("PUT", "/api/factors/passkeys/" + id, object("name", "Key ring"), somebody.accessToken())
                .expect(200);
        assertEquals(
                "Key ring", SecondFactors.of(somebody).at("/passkeys/1/name").asText());
        for (SoftPasskey passkey : List.of(one, two)) {
            Answer asked = second(SecondFactors.challenge(somebody));
            assertEquals(2, asked.body().path("passkeys").size());
            SecondFactors.finish(asked.text("challenge"), shown(passkey, asked.text("nonce"), null))
                    .expect(200);
            Answer alone = alone();
            assertEquals(0, alone.body().path("passkeys").size());
            String token = SecondFactors.finish(
                            alone.text("challenge"), shown(passkey, alone.text("nonce"), somebody.personId()))
                    .expect(200)
                    .text("accessToken");
            assertEquals(
                    somebody.email(),
                    Rest.call("GET", "/api/me", null, token).expect(200).at("/person/email"));
        }
        assertTrue(SecondFactors.of(somebody).at("/passkeys/1/lastUsedAt").isTextual());
        Rest.call("DELETE", "/api/factors/passkeys/" + id, null, person.accessToken())
                .expect(404, "passkeys/not-found");
        Rest.call("DELETE", "/api/factors/passkeys/" + id, null, somebody.accessToken())
                .expect(204);
        Answer alone = alone();
        SecondFactors.finish(alone.text("challenge"), shown(two, alone.text("nonce"), null))
                .expect(401, "factors/not-right");
    }

    @Test
    void whatIsNotOfThisMomentHostKeyOrPersonIsRefused() {
        UUID me = person.personId();
        String origin = TestServer.byName().toString();
        refused(asked -> shown(laptop, alone().text("nonce"), me));
        refused(asked -> shown(laptop.at("https://localhost.example", "localhost"), asked, me));
        refused(asked -> shown(laptop.at(origin, "example"), asked, me));
        refused(asked -> shown(laptop.at("https://localhost", "localhost"), asked, me));
        refused(asked -> shown(laptop, asked, UUID.randomUUID()));
        refused(asked -> with(shown(laptop, asked, me), "signature", "AAAA"));
        refused(asked -> with(shown(laptop, asked, me), "authenticatorData", "AAAA"));
        refused(asked -> with(shown(laptop, asked, me), "clientData", "e30"));
        refused(asked -> with(shown(laptop, asked, me), "credentialId", "AAAA"));
        refused(asked -> shown(new SoftPasskey(origin, "localhost"), asked, me));
        refused(asked -> shown(laptop.at(origin, "localhost").unverified(), asked, me));
        Answer asked = alone();
        Map<String, Object> right = shown(laptop, asked.text("nonce"), me);
        SecondFactors.finish(asked.text("challenge"), with(right, "signature", "no base64!"))
                .expect(422, "request/invalid");
        SecondFactors.finish(asked.text("challenge"), right).expect(200);
        SecondFactors.finish(asked.text("challenge"), right).expect(401, "factors/challenge-over");
    }

    @Test
    void aCopyThatHasSignedLessOftenIsRefused() {
        Person somebody = People.shipper();
        SoftPasskey passkey = SecondFactors.passkey(somebody, "Copied");
        passkey.countFrom(50);
        Answer first = alone();
        SecondFactors.finish(first.text("challenge"), shown(passkey, first.text("nonce"), null))
                .expect(200);
        passkey.countFrom(40);
        Answer second = alone();
        SecondFactors.finish(second.text("challenge"), shown(passkey, second.text("nonce"), null))
                .expect(401, "factors/not-right");
    }

    @Test
    void onesPasskeyIsNoAnswerToAnothersChallenge() {
        Person other = People.shipper();
        SecondFactors.passkey(other, "Other");
        Answer asked = second(SecondFactors.challenge(other));
        SecondFactors.finish(asked.text("challenge"), shown(laptop, asked.text("nonce"), null))
                .expect(401, "factors/not-right");
        // a challenge that nobody asked a passkey for
        SecondFactors.finish(SecondFactors.challenge(person), shown(laptop, asked.text("nonce"), null))
                .expect(401, "factors/not-right");
        // what was asked of who is signed in does not sign in
        Answer proof = byName("POST", "/api/auth/prove/passkey", null, person.accessToken())
                .expect(200);
        SecondFactors.finish(proof.text("challenge"), shown(laptop, proof.text("nonce"), null))
                .expect(401, "factors/challenge-over");
        // and is nobody else's
        prove(other, proof, laptop).expect(403, "factors/challenge-over");
        prove(person, proof, laptop).expect(200);
        prove(person, proof, laptop).expect(403, "factors/challenge-over");
    }

    @Test
    void whatIsMadeIsMadeOnceForItsOwnChallengeAtItsOwnHost() {
        Person somebody = People.shipper();
        String origin = TestServer.byName().toString();
        for (SoftPasskey bad : List.of(
                new SoftPasskey("https://localhost.example", "localhost"),
                new SoftPasskey(origin, "example"),
                new SoftPasskey(origin, "localhost").unverified())) {
            add(somebody, SecondFactors.newPasskey(somebody, bad, "Bad")).expect(409, "factors/passkey-refused");
        }
        SoftPasskey passkey = new SoftPasskey(origin, "localhost");
        Map<String, Object> made = SecondFactors.newPasskey(somebody, passkey, "Good");
        add(People.shipper(), made).expect(409, "factors/challenge-over");
        add(somebody, with(made, "name", " ")).expect(422, "request/invalid");
        add(somebody, with(made, "attestation", "AAAA")).expect(409, "factors/passkey-refused");
        add(somebody, made).expect(201);
        add(somebody, made).expect(409, "factors/challenge-over");
        Person another = People.shipper();
        add(another, SecondFactors.newPasskey(another, passkey, "Again")).expect(409, "factors/passkey-known");
    }

    @Test
    void ofNobodyYetOnlySoManyAreAskedAtOnce() {
        Sql.run(
                "INSERT INTO factors.challenge (hash, purpose, proven_at, nonce, host, expires_at)"
                        + " SELECT decode(md5(n::text), 'hex'), 'PASSKEY', now(), 'x', 'localhost', now() + interval '1 minute' + n * interval '1 ms' FROM generate_series(1, 10000) n");
        byName("POST", "/api/auth/login/passkey", object(), null).expect(200);
        assertEquals(10_000, Sql.number("SELECT count(*) FROM factors.challenge WHERE person_id IS NULL"));
        assertEquals(0, Sql.number("SELECT count(*) FROM factors.challenge WHERE hash = decode(md5('1'), 'hex')"));
        Sql.run("DELETE FROM factors.challenge WHERE nonce = 'x'");
    }

    @Test
    void oneHasTwentyAndNoMore() {
        Person somebody = People.shipper();
        SecondFactors.passkey(somebody, "First");
        Sql.run(
                "INSERT INTO factors.passkey SELECT gen_random_uuid(), person_id, name, host, decode(md5(random()::text), 'hex'), credential, transports,"
                        + " backup_eligible, made_at, sign_count, last_used_at, version FROM factors.passkey, generate_series(1, 19) WHERE person_id = '"
                        + somebody.personId() + "'");
        byName("POST", "/api/factors/passkeys/begin", null, somebody.accessToken())
                .expect(409, "factors/too-many-passkeys");
    }

    /** Whoever signs in with it alone, for a new challenge with that nonce. */
    private static void refused(java.util.function.Function<String, Map<String, Object>> answer) {
        Answer asked = alone();
        SecondFactors.finish(asked.text("challenge"), answer.apply(asked.text("nonce")))
                .expect(401, "factors/not-right");
    }

    private static Answer alone() {
        return byName("POST", "/api/auth/login/passkey", object(), null).expect(200);
    }

    private static Answer second(String challenge) {
        return byName("POST", "/api/auth/login/passkey", object("challenge", challenge), null)
                .expect(200);
    }

    private static Answer prove(Person as, Answer asked, SoftPasskey passkey) {
        return byName(
                "POST",
                "/api/auth/prove",
                object(
                        "method",
                        "PASSKEY",
                        "challenge",
                        asked.text("challenge"),
                        "passkey",
                        shown(passkey, asked.text("nonce"), null)),
                as.accessToken());
    }

    private static Answer add(Person as, Map<String, Object> made) {
        return byName("POST", "/api/factors/passkeys", made, as.accessToken());
    }

    private static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(object);
        changed.put(name, value);
        return changed;
    }
}
