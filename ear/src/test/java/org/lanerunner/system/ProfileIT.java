package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a person says of themselves: preferences that follow them, a number shown by a code, a picture of which nothing but the picture is kept. */
@SystemTest
class ProfileIT {

    private static final String PROFILE = "/api/me/profile";
    private static final String PHONE = PROFILE + "/phone";

    private final Person person = People.carrier();

    @Test
    void whatOnePrefersIsThereOnAnotherDevice() {
        patch(object("name", "Ann Other", "units", "US", "zone", "America/Chicago", "theme", "DARK", "language", "en"))
                .expect(200);
        String elsewhere = Rest.post(
                        "/api/auth/login", object("email", person.email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("accessToken");
        Answer there = Rest.call("GET", PROFILE, null, elsewhere).expect(200);
        assertEquals("Ann Other", there.text("name"));
        assertEquals("America/Chicago", there.text("zone"));
        assertEquals("DARK", there.text("theme"));
        assertEquals("Ann Other", Rest.get("/api/me", person).expect(200).at("/person/name"));
        assertTrue(Rest.call("PATCH", PROFILE, "{\"zone\": null}", person.accessToken())
                .expect(200)
                .body()
                .path("zone")
                .isNull());
        assertEquals("US", Rest.get(PROFILE, person).text("units"));
        assertEquals(2, audited("person.profile-changed"));
        assertEquals("/zone", patch(object("zone", "+02:00")).expect(422).at("/errors/0/pointer"));
        assertEquals(
                "/zone", patch(object("zone", "Europe/Nowhere")).expect(422).at("/errors/0/pointer"));
        assertEquals("/language", patch(object("language", "tlh")).expect(422).at("/errors/0/pointer"));
        assertEquals("/name", patch(object("name", " ")).expect(422).at("/errors/0/pointer"));
        patch(object("units", "FURLONGS")).expect(422);
        patch(object("phone", "+12015550123")).expect(422);
    }

    @Test
    void aChangeThatWasMadeOverAnotherIsRefused() {
        String seen = "\"" + Rest.get(PROFILE, person).body().path("version").asInt() + "\"";
        Rest.call("PATCH", PROFILE, object("theme", "LIGHT"), person.accessToken(), "If-Match", seen)
                .expect(200);
        Answer late = Rest.call("PATCH", PROFILE, object("name", "Late"), person.accessToken(), "If-Match", seen)
                .expect(412);
        assertEquals("request/stale", late.text("type"));
        Rest.call("PATCH", PROFILE, object("name", "Ann"), person.accessToken()).expect(200);
    }

    @Test
    void aNumberIsThereOnceItsCodeWasShownAndAMailSaysSo() {
        String code = People.phoneCode(person);
        Answer waiting = Rest.get(PROFILE, person);
        assertTrue(waiting.body().path("phone").isNull());
        assertTrue(waiting.text("phoneWaiting").startsWith("+1 20"));
        confirm(code.equals("000000") ? "000001" : "000000").expect(422);
        confirm(code.substring(0, 3) + " " + code.substring(3)).expect(204);
        confirm(code).expect(409, "identity/phone-code-over");
        assertEquals("identity/phone-changed", Mails.lastKind(person.email()));
        Answer there = Rest.get(PROFILE, person);
        assertEquals(waiting.text("phoneWaiting"), there.text("phone"));
        assertTrue(there.body().path("phoneWaiting").isNull());
        Rest.call("DELETE", PHONE, null, person.accessToken()).expect(204);
        assertEquals("identity/phone-removed", Mails.lastKind(person.email()));
        Rest.call("DELETE", PHONE, null, person.accessToken()).expect(409, "identity/no-phone");
        for (String action : new String[] {"wanted", "confirmed", "removed"}) {
            assertEquals(1, audited("person.phone-" + action), action);
        }
        assertEquals(
                0,
                Sql.number("SELECT count(*) FROM audit.entry e WHERE subject_id = '" + person.personId()
                        + "' AND e::text LIKE '%55501%'"));
    }

    @Test
    void aNumberAsksForAProof() {
        Sql.run("UPDATE identity.session SET proven_at = now() - interval '1 day' WHERE person_id = '"
                + person.personId() + "'");
        Person longAgo = People.refreshed(person);
        Rest.post(PHONE, object("phone", People.newPhone()), longAgo).expect(403, "identity/proof-needed");
        Rest.call("DELETE", PHONE, null, longAgo.accessToken()).expect(403, "identity/proof-needed");
    }

    @Test
    void whoGuessesTheCodeIsHeldUp() {
        String code = People.phoneCode(person);
        for (int i = 0; i < 5; i++) {
            confirm(code + i).expect(422);
        }
        confirm(code).expect(429, "identity/phone-held-up");
        Rest.post(PHONE, object("phone", People.newPhone()), person).expect(429, "identity/phone-held-up");
        Sql.run("UPDATE identity.phone_change SET expires_at = now() WHERE person_id = '" + person.personId() + "'");
        confirm(code).expect(409, "identity/phone-code-over");
        confirm(People.phoneCode(person)).expect(204);
    }

    @Test
    void nobodyIsSentSmsWithoutEnd() {
        String phone = "+12125550177";
        beyond("address_key", "'" + phone + "'", 10, phone);
        beyond("person_id", "'" + person.personId() + "'", 20, phone);
        beyond("calling_code", "'+1'", 500, phone);
        beyond("calling_code", "'+7'", 2000, phone);
        Rest.post(PHONE, object("phone", "+7 912 345 67 89"), person).expect(422);
        Rest.post(PHONE, object("phone", "+1 900 555 0123"), person).expect(422);
    }

    /** One more than the share of the day, which other messages have used up. */
    private void beyond(String column, String value, int share, String phone) {
        Sql.run("DELETE FROM outbound.delivery WHERE channel = 'SMS'");
        Sql.run(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, unverified_for, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " SELECT gen_random_uuid(), 'SMS', 'test/many', 'x', 'x', 'VERIFICATION', 'SENT', 0, 0, now(), now(), now() FROM generate_series(1, "
                        + share + ")");
        Sql.run("UPDATE outbound.delivery SET " + column + " = " + value + " WHERE kind = 'test/many'");
        Rest.post(PHONE, object("phone", phone), person).expect(429, "identity/too-many-sms");
        Sql.run("DELETE FROM outbound.delivery WHERE kind = 'test/many'");
        Rest.post(PHONE, object("phone", phone), person).expect(202);
    }

    @Test
    void aPictureIsSeenByThoseOneWorksWithAndMadeAnew() throws IOException {
        Person colleague = People.member(person, "OFFICE");
        String own = "/api/avatars/" + person.personId();
        Rest.get(own, person).expect(404, "avatars/not-found");
        Upload.picture(picture(700, 300), person).expect(204);
        HttpResponse<byte[]> seen = fetch(own, colleague);
        assertEquals(200, seen.statusCode());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(seen.body()));
        assertEquals(256, image.getWidth());
        assertEquals(256, image.getHeight());
        assertEquals("image/jpeg", seen.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "nosniff", seen.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertTrue(seen.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .startsWith("sandbox"));
        Rest.get(own, People.shipper()).expect(404, "avatars/not-found");
        assertFalse(Rest.get(PROFILE, person).body().path("avatarAt").isNull());
        Upload.picture("no picture".getBytes(StandardCharsets.UTF_8), person).expect(422);
        Upload.picture(new byte[5 * 1024 * 1024 + 1], person).expect(413, "avatars/too-large");
        Rest.call("DELETE", PROFILE + "/avatar", null, person.accessToken()).expect(204);
        Rest.get(own, colleague).expect(404);
        Rest.call("DELETE", PROFILE + "/avatar", null, person.accessToken()).expect(409, "identity/no-avatar");
    }

    private Answer patch(Object details) {
        return Rest.call("PATCH", PROFILE, details, person.accessToken());
    }

    private Answer confirm(String code) {
        return Rest.post(PHONE + "/confirm", object("code", code), person);
    }

    private long audited(String action) {
        return Sql.number("SELECT count(*) FROM audit.entry WHERE action = '" + action + "' AND subject_id = '"
                + person.personId() + "'");
    }

    private static HttpResponse<byte[]> fetch(String path, Person as) {
        return Rest.exchange(HttpRequest.newBuilder(Rest.address(path))
                .header("Authorization", "Bearer " + as.accessToken())
                .build());
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
