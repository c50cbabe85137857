package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lanerunner.system.FakeProvider.Somebody;

/** Signing in with an account elsewhere, and linking one, against fakes of providers: what is right opens, whatever is not as it must be opens nothing. */
@SystemTest
class FederationIT {

    private static final FakeProvider WORKS = FakeProvider.of("works");
    private static final FakeProvider OTHER = FakeProvider.of("other");

    @AfterEach
    void everybodyIsHonestAgain() {
        WORKS.honest();
        OTHER.honest();
    }

    @Test
    void everybodySeesWithWhoseAccountsOneMaySignIn() {
        JsonNode listed = Rest.get("/api/auth/providers", null).expect(200).body();
        assertEquals(List.of("away", "facebook", "other", "works"), listed.findValuesAsText("id"));
        assertFalse(listed.toString().contains(FakeProvider.CLIENT));
    }

    @Test
    void whoHasLinkedALoginSignsInByIt() throws IOException {
        Person person = People.shipper();
        Somebody there = Somebody.unknown();
        Answer linked = Logins.link(person, "works", there).expect(200);
        assertEquals(there.email(), linked.text("label"));
        assertEquals("Works", linked.text("providerName"));
        JsonNode logins = Rest.get("/api/auth/logins", person).expect(200).body();
        assertTrue(logins.path("password").asBoolean());
        assertEquals(1, logins.path("logins").size());

        Answer in = Logins.signIn("works", there).expect(200);
        JsonNode claims = claims(in.text("accessToken"));
        assertEquals(person.personId().toString(), claims.path("sub").asText());
        assertEquals("[\"fed\"]", claims.path("amr").toString());
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'login.linked' AND principal_id = '"
                        + person.personId() + "'"));
        assertEquals(
                0, Sql.number("SELECT count(*) FROM audit.entry WHERE changes::text LIKE '%" + there.subject() + "%'"));
        assertFalse(Rest.get("/api/auth/logins", person)
                .expect(200)
                .at("/logins/0/lastUsedAt")
                .isEmpty());
    }

    @Test
    void theSameAddressIsNoProof() {
        Person person = People.shipper();
        Somebody alike = new Somebody(UUID.randomUUID().toString(), "Sam", person.email(), true);
        Logins.signIn("works", alike).expect(409, "federation/not-linked");
        assertEquals(
                0, Sql.number("SELECT count(*) FROM federation.login WHERE person_id = '" + person.personId() + "'"));
    }

    @Test
    void aProviderIsTheFirstFactorOnly() throws IOException {
        Person person = People.shipper();
        Somebody there = Somebody.unknown();
        Logins.link(person, "works", there).expect(200);
        SecondFactors.App app = SecondFactors.app(person);
        Answer asked = Logins.signIn("works", there).expect(200);
        assertTrue(asked.body().path("accessToken").isMissingNode());
        Answer in = SecondFactors.finish(
                        asked.text("challenge"),
                        "RECOVERY_CODE",
                        app.recoveryCodes().get(0))
                .expect(200);
        assertEquals(
                "[\"fed\",\"otp\"]", claims(in.text("accessToken")).path("amr").toString());
    }

    @Test
    void aStateIsGoodOnceInTheBrowserThatBeganAtTheProviderThatWasAsked() {
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        Map<String, Object> back = Logins.broughtBack("works", Logins.begin("works", device), there);
        Logins.finish(back, Logins.newDevice()).expect(409, "federation/over");
        Logins.finish(with(back, "state", "a state of nobody"), device).expect(409, "federation/over");
        Logins.finish(back, device).expect(200);
        Map<String, Object> mixed = Logins.broughtBack("works", Logins.begin("works", device), there);
        Logins.finish(with(mixed, "provider", "other"), device).expect(409, "federation/over");
        Logins.finish(mixed, device).expect(409, "federation/over");
        Logins.finish(back, device).expect(409, "federation/over");
        Rest.post("/api/auth/providers/begin", object("provider", "works"), null)
                .expect(422, "federation/needs-device");
        Rest.post("/api/auth/providers/begin", object("provider", "nobody"), null, "Device-Key", device)
                .expect(422, "request/invalid");
    }

    @Test
    void fiftyWhoComeBackAtOnceAreOneSession() {
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        Map<String, Object> back = Logins.broughtBack("works", Logins.begin("works", device), there);
        List<Integer> answers = AtOnce.all(IntStream.range(0, 50)
                .mapToObj(i ->
                        (Callable<Integer>) () -> Logins.finish(back, device).status())
                .toList());
        assertEquals(1, Collections.frequency(answers, 200), answers::toString);
        assertEquals(49, Collections.frequency(answers, 409), answers::toString);
    }

    private static Map<String, Object> with(Map<String, Object> back, String name, String value) {
        Map<String, Object> changed = new HashMap<>(back);
        changed.put(name, value);
        return changed;
    }

    private static JsonNode claims(String token) throws IOException {
        return Rest.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
