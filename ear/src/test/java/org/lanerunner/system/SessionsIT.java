package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one is signed in: seen and ended by oneself, bound to a device, over when nobody uses it; and what its tokens say of how it was proven. */
@SystemTest
class SessionsIT {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String CHROME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private static final String KEY = "a-key-that-a-client-made";

    private static Person person;

    @BeforeAll
    static void somebody() {
        person = People.shipper();
    }

    @Test
    void oneSeesAllOnesOwnWithTheirDevicesAndEndsOne() {
        Person shipper = People.shipper();
        Answer phone = signIn(shipper, "User-Agent", FIREFOX, "Device-Key", KEY);
        JsonNode all = list(shipper.accessToken());
        assertEquals(2, all.size());
        JsonNode newest = all.path(0);
        assertEquals("Firefox on Windows", newest.at("/device/name").asText());
        assertEquals("127.0.0.1", newest.path("address").asText());
        assertEquals(
                shipper.organisationId().toString(),
                newest.path("organisationId").asText());
        assertEquals(
                List.of(false, true),
                List.of(newest.path("current").asBoolean(), all.at("/1/current").asBoolean()));
        String id = newest.path("id").asText();
        assertEquals(id, claims(phone).path("sid").asText());
        Person stranger = People.shipper();
        end(stranger.accessToken(), id).expect(404, "sessions/not-found");
        Rest.call("GET", "/api/me", null, phone.text("accessToken")).expect(200);

        end(shipper.accessToken(), id).expect(204);
        Rest.call("GET", "/api/me", null, phone.text("accessToken")).expect(401, "identity/session-ended");
        refresh(phone.text("refreshToken"), "Device-Key", KEY).expect(401, "identity/refresh-refused");
        end(shipper.accessToken(), id).expect(404, "sessions/not-found");
        assertEquals(1, list(shipper.accessToken()).size());
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'session.ended' AND subject_id = '" + id
                        + "' AND principal_id = '" + shipper.personId() + "'"));
    }

    @Test
    void allOthersEndAtOnceAndThisOneStays() {
        Person shipper = People.shipper();
        String other = signIn(shipper).text("accessToken");
        String third = signIn(shipper).text("accessToken");
        Sql.run(Rows.moreSessions(shipper.personId(), 97));
        Rest.post("/api/sessions/end-others", null, shipper).expect(204);
        Rest.get("/api/me", shipper).expect(200);
        for (String ended : List.of(other, third)) {
            Rest.call("GET", "/api/me", null, ended).expect(401, "identity/session-ended");
        }
        assertEquals(1, list(shipper.refreshed().accessToken()).size());
        signIn(shipper).expect(200);
    }

    @Test
    void whoSignedInBeforeAllEndedIsLetInNoMore() {
        Person shipper = People.shipper();
        // the password is looked at before its session is opened; meanwhile all sessions end
        Answer late = Sql.whileItWaits(
                "SELECT 1 FROM identity.person WHERE id = '" + shipper.personId() + "' FOR UPDATE",
                "UPDATE identity.person SET proofs_from = now() + interval '5 seconds' WHERE id = '"
                        + shipper.personId() + "'",
                () -> login(shipper));
        late.expect(401, "identity/proof-outdated");
    }

    @Test
    void whoEndedAllOthersStillJoinsAndSwitches() {
        Person shipper = People.shipper();
        Person owner = People.carrier();
        String link = Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", shipper.email(), "roles", List.of("OFFICE")),
                        owner)
                .expect(201)
                .text("link");
        Rest.post("/api/sessions/end-others", null, shipper).expect(204);
        Answer joined = Rest.post("/api/auth/invitations/accept", object("token", Links.token(link)), shipper)
                .expect(201);
        assertEquals(owner.organisationId().toString(), joined.text("organisationId"));
        String present = Rest.call(
                        "POST",
                        "/api/auth/switch",
                        object("organisationId", shipper.organisationId()),
                        joined.text("accessToken"))
                .expect(200)
                .text("accessToken");
        assertEquals(2, list(present).size(), "the first, and the one that was switched");
    }

    @Test
    void aChangedPasswordMakesAllOtherDevicesUnknown() {
        Person shipper = People.shipper();
        Answer here = signIn(shipper, "Device-Key", KEY);
        signIn(shipper, "Device-Key", KEY + "-2");
        Rest.call(
                        "POST",
                        "/api/me/password",
                        object("current", People.PASSWORD, "password", "another long password"),
                        here.text("accessToken"),
                        "Device-Key",
                        KEY)
                .expect(204);
        assertEquals(1, devices(shipper));
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM identity.device d JOIN identity.session s ON s.device_id = d.id"
                        + " WHERE s.id = '" + claims(here).path("sid").asText() + "'"));
        refresh(here.text("refreshToken"), "Device-Key", KEY).expect(200);
    }

    @Test
    void aPersonHasOnlySoManyDevices() {
        Person shipper = People.shipper();
        Sql.run(
                "INSERT INTO identity.device (id, person_id, key_hash, keyed, first_seen_at, last_seen_at)"
                        + " SELECT gen_random_uuid(), '" + shipper.personId()
                        + "', decode(md5(n::text), 'hex'), true, now(), now() - n * interval '1 day' FROM generate_series(1, 105) n");
        Answer newest = signIn(shipper, "Device-Key", KEY);
        // that of the registration is in use
        assertEquals(101, devices(shipper));
        assertEquals(
                99,
                Sql.number("SELECT max(extract(day FROM now() - last_seen_at)) FROM identity.device WHERE person_id = '"
                        + shipper.personId() + "'"));
        refresh(newest.text("refreshToken"), "Device-Key", KEY).expect(200);
    }

    @Test
    void aSignInThatEndsTheOldestSessionWhileItIsRefreshedIsNoDeadlock() {
        Person shipper = People.shipper();
        Answer oldest = signIn(shipper, "Device-Key", KEY);
        Sql.run(
                "UPDATE identity.session SET ended_at = now(), end_reason = 'SIGNED_OUT' WHERE person_id = '"
                        + shipper.personId() + "' AND id <> '"
                        + claims(oldest).path("sid").asText() + "'",
                "UPDATE identity.session SET created_at = created_at - interval '1 day' WHERE id = '"
                        + claims(oldest).path("sid").asText() + "'",
                Rows.moreLivingSessions(shipper.personId(), 99));
        List<Answer> both = Sql.whileBothWait(
                "SELECT 1 FROM identity.device WHERE person_id = '" + shipper.personId() + "' AND keyed FOR UPDATE",
                () -> login(shipper, "Device-Key", KEY),
                () -> refresh(oldest.text("refreshToken"), "Device-Key", KEY));
        both.get(0).expect(200);
        both.get(1).expect(401, "identity/refresh-refused");
    }

    @Test
    void aRefreshTokenSignsOutUnusedAndOnItsDeviceOnly() {
        Answer signedIn = signIn(person, "Device-Key", KEY);
        String used = signedIn.text("refreshToken");
        String next = refresh(used, "Device-Key", KEY).expect(200).text("refreshToken");
        Sql.run("UPDATE identity.refresh_token SET used_at = used_at - interval '11 seconds' WHERE session_id = '"
                + claims(signedIn).path("sid").asText() + "'");
        logout(used, "Device-Key", KEY).expect(204);
        logout(next).expect(204);
        logout(next, "Device-Key", KEY + "-not").expect(204);
        Rest.call("GET", "/api/me", null, signedIn.text("accessToken")).expect(200);
        logout(next, "Device-Key", KEY).expect(204);
        Rest.call("GET", "/api/me", null, signedIn.text("accessToken")).expect(401, "identity/session-ended");
    }

    @Test
    void aRefreshTokenIsGoodOnTheDeviceOfItsSessionOnly() {
        Person shipper = People.shipper();
        Answer signedIn = signIn(shipper, "Device-Key", KEY, "User-Agent", FIREFOX);
        String token = signedIn.text("refreshToken");
        refresh(token).expect(401, "identity/other-device");
        refresh(token, "Device-Key", KEY + "-not").expect(401, "identity/other-device");
        refresh(token, "Session-Transport", "cookie").expect(401, "identity/other-device");
        // another name of the same device is no other device
        String next = refresh(token, "Device-Key", KEY, "User-Agent", CHROME)
                .expect(200)
                .text("refreshToken");
        assertEquals(
                "Chrome on Linux",
                list(signedIn.text("accessToken")).at("/0/device/name").asText());
        refresh(next, "Device-Key", KEY, "User-Agent", "").expect(200);
        assertEquals(
                3,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'session.other-device' AND subject_id = '"
                        + claims(signedIn).path("sid").asText() + "'"));
    }

    @Test
    void aSessionWithoutAKeyIsBoundByTheFirstThatComes() {
        Answer unbound = signIn(person);
        String bound = refresh(unbound.text("refreshToken"), "Device-Key", KEY)
                .expect(200)
                .text("refreshToken");
        refresh(bound).expect(401, "identity/other-device");
        refresh(bound, "Device-Key", KEY).expect(200);
    }

    @Test
    void aBrowserKeepsItsSessionInCookiesThatNoScriptReads() {
        Answer first = signIn(person, "Session-Transport", "cookie");
        List<String> cookies = first.headers().allValues("Set-Cookie");
        assertEquals(2, cookies.size());
        for (String cookie : cookies) {
            assertTrue(
                    cookie.contains("HttpOnly")
                            && cookie.contains("SameSite=Strict")
                            && cookie.contains("Path=/api/auth"),
                    cookie);
        }
        assertTrue(first.body().path("refreshToken").isNull(), "the body has none");
        String device = cookie(first, "lanerunner-device");
        String refresh = cookie(first, "lanerunner-refresh");
        String both = device + "; " + refresh;
        refresh(null, "Cookie", both).expect(401, "identity/refresh-refused");
        refresh(null, "Session-Transport", "cookie", "Cookie", refresh).expect(401, "identity/other-device");
        Answer next =
                refresh(null, "Session-Transport", "cookie", "Cookie", both).expect(200);
        assertEquals(device, cookie(next, "lanerunner-device"));
        String gone = device + "; " + cookie(next, "lanerunner-refresh");
        Answer out = Rest.post("/api/auth/logout", null, null, "Session-Transport", "cookie", "Cookie", gone)
                .expect(204);
        assertEquals("lanerunner-refresh=", cookie(out, "lanerunner-refresh"));
        Answer over =
                refresh(null, "Session-Transport", "cookie", "Cookie", gone).expect(401, "identity/refresh-refused");
        assertEquals("lanerunner-refresh=", cookie(over, "lanerunner-refresh"));
        Answer again = signIn(person, "Session-Transport", "cookie", "Cookie", device);
        assertEquals(device, cookie(again, "lanerunner-device"));
        assertNull(signIn(person).header("Set-Cookie"), "who does not ask gets none");
        String made = cookie(
                signIn(person, "Session-Transport", "cookie", "Cookie", "lanerunner-device=short"),
                "lanerunner-device");
        assertNotEquals("lanerunner-device=short", made);
    }

    @Test
    void whoWasSignedInByTheBodyGoesOnByTheCookie() {
        String token = signIn(person).text("refreshToken");
        Answer moved = refresh(token, "Session-Transport", "cookie").expect(200);
        String both = cookie(moved, "lanerunner-device") + "; " + cookie(moved, "lanerunner-refresh");
        refresh(null, "Session-Transport", "cookie", "Cookie", both).expect(200);
    }

    @Test
    void noOtherOriginsPageUsesTheCookies() {
        String own = TestServer.address().toString();
        Answer first = signIn(person, "Session-Transport", "cookie", "Origin", own);
        String both = cookie(first, "lanerunner-device") + "; " + cookie(first, "lanerunner-refresh");
        for (String foreign :
                List.of("https://evil.example", "null", own.replace("127.0.0.1", "localhost"), own + "1")) {
            refresh(null, "Session-Transport", "cookie", "Cookie", both, "Origin", foreign)
                    .expect(401, "identity/foreign-origin");
        }
        refresh(null, "Session-Transport", "other", "Cookie", both, "Origin", own)
                .expect(401, "identity/refresh-refused");
        refresh(null, "Session-Transport", "cookie", "Cookie", both, "Origin", own)
                .expect(200);
    }

    /** Also where TLS ends in front: the browser keeps them for TLS and this host only, and those that the version before has set, or a neighbour, open nothing and are taken back. */
    @Test
    void byTlsTheCookiesAreOfThisHostAlone() {
        String page = "https://" + TestServer.address().getAuthority();
        Answer first =
                login(person, "Session-Transport", "cookie", "Origin", page).expect(200);
        List<String> cookies = first.headers().allValues("Set-Cookie");
        assertEquals(2, cookies.size());
        for (String cookie : cookies) {
            assertTrue(cookie.matches("__Host-lanerunner-.*;Path=/;.*"), cookie);
            assertTrue(cookie.contains("Secure") && !cookie.contains("Domain"), cookie);
        }
        String before = (cookie(first, "__Host-lanerunner-device") + "; " + cookie(first, "__Host-lanerunner-refresh"))
                .replace("__Host-", "__Secure-");
        String own = before.replace("__Secure-", "__Host-");
        refresh(null, "Session-Transport", "cookie", "Cookie", before, "Origin", page)
                .expect(401);
        Answer next = refresh(null, "Session-Transport", "cookie", "Cookie", before + "; " + own, "Origin", page)
                .expect(200);
        assertEquals("__Secure-lanerunner-refresh=", cookie(next, "__Secure-lanerunner-refresh"));
        assertEquals("__Secure-lanerunner-device=", cookie(next, "__Secure-lanerunner-device"));
        String now = cookie(next, "__Host-lanerunner-device") + "; " + cookie(next, "__Host-lanerunner-refresh");
        refresh(null, "Session-Transport", "cookie", "Cookie", now, "Origin", page)
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with spaces in it, which no key has",
                "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4"
            })
    void whatIsNoKeyIsRefused(String key) {
        login(person, "Device-Key", key).expect(422, "request/device-key");
    }

    @Test
    void twoPersonsInOneBrowserDoNotLearnOfEachOther() {
        Person other = People.shipper();
        signIn(person, "Device-Key", KEY);
        Answer theirs = signIn(other, "Device-Key", KEY);
        assertEquals(
                2,
                Sql.number("SELECT count(DISTINCT id) FROM identity.device d WHERE person_id IN ('" + person.personId()
                        + "', '" + other.personId()
                        + "') AND keyed AND key_hash = (SELECT key_hash FROM identity.device WHERE id = '"
                        + list(theirs.text("accessToken")).at("/0/device/id").asText() + "')"));
    }

    @Test
    void aSessionThatNobodyUsesIsOver() {
        Answer signedIn = signIn(person);
        String id = claims(signedIn).path("sid").asText();
        age(id, "last_used_at", "13 days 23 hours");
        String next = refresh(signedIn.text("refreshToken")).expect(200).text("refreshToken");
        age(id, "last_used_at", "14 days");
        refresh(next).expect(401, "identity/refresh-refused");
        end(person.accessToken(), id).expect(404);
        assertFalse(list(person.accessToken()).toString().contains(id));
    }

    @Test
    void aTokenThatComesBackEndsTheSessionAndTheAuditSaysSo() {
        Answer signedIn = signIn(person);
        String id = claims(signedIn).path("sid").asText();
        String next = refresh(signedIn.text("refreshToken")).expect(200).text("refreshToken");
        Sql.run("UPDATE identity.refresh_token SET used_at = used_at - interval '11 seconds' WHERE session_id = '" + id
                + "'");
        refresh(signedIn.text("refreshToken")).expect(401, "identity/refresh-refused");
        refresh(next).expect(401, "identity/refresh-refused");
        Rest.call("GET", "/api/me", null, signedIn.text("accessToken")).expect(401, "identity/session-ended");
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'session.token-reused' AND subject_id = '"
                        + id + "'"));
    }

    @Test
    void tokensSayWhenAndByWhatTheirPersonProvedWhoTheyAre() {
        Answer signedIn = signIn(person);
        JsonNode first = claims(signedIn);
        assertTrue(Math.abs(first.path("auth_time").asLong() - first.path("iat").asLong()) < 60, first.toString());
        assertEquals("[\"pwd\"]", first.path("amr").toString());
        age(first.path("sid").asText(), "proven_at", "1 hour");
        JsonNode later = claims(refresh(signedIn.text("refreshToken")).expect(200));
        assertNotEquals(
                first.path("auth_time").asLong(), later.path("auth_time").asLong(), "a refresh proves nothing");
        Answer switched = Rest.call(
                        "POST",
                        "/api/auth/switch",
                        object("organisationId", person.organisationId()),
                        signedIn.text("accessToken"))
                .expect(200);
        assertEquals(
                later.path("auth_time").asLong(),
                claims(switched).path("auth_time").asLong());
    }

    @Test
    void aNewDeviceAndAStolenTokenAreToldByMail() {
        Person shipper = People.shipper();
        String address = Mails.newAddress();
        Sql.run("UPDATE identity.person SET email = '" + address + "', email_key = '" + address + "' WHERE id = '"
                + shipper.personId() + "'");
        Object known = object("email", address, "password", People.PASSWORD);
        Rest.post("/api/auth/login", known, null).expect(200);
        assertTrue(Mails.last(address).isMissingNode(), "the device of the registration is known");
        Answer elsewhere = Rest.post("/api/auth/login", known, null, "Device-Key", KEY, "User-Agent", FIREFOX)
                .expect(200);
        Eventually.get(() -> Mails.lastKind(address), "identity/new-device"::equals);
        String text = Mails.last(address).path("text").asText();
        assertTrue(text.contains("Firefox on Windows, from 127.0.0.1"), text);
        refresh(elsewhere.text("refreshToken"), "Device-Key", KEY).expect(200);
        Sql.run("UPDATE identity.refresh_token SET used_at = used_at - interval '11 seconds' WHERE session_id = '"
                + claims(elsewhere).path("sid").asText() + "'");
        // from whichever device it comes back
        refresh(elsewhere.text("refreshToken")).expect(401, "identity/refresh-refused");
        Rest.call("GET", "/api/me", null, elsewhere.text("accessToken")).expect(401, "identity/session-ended");
        Eventually.get(() -> Mails.lastKind(address), "identity/session-reused"::equals);
    }

    private static Answer signIn(Person who, String... headers) {
        return login(who, headers).expect(200);
    }

    private static Answer login(Person who, String... headers) {
        return Rest.post("/api/auth/login", object("email", who.email(), "password", People.PASSWORD), null, headers);
    }

    private static Answer refresh(String token, String... headers) {
        return Rest.post("/api/auth/refresh", object("refreshToken", token), null, headers);
    }

    private static Answer logout(String token, String... headers) {
        return Rest.post("/api/auth/logout", object("refreshToken", token), null, headers);
    }

    private static long devices(Person who) {
        return Sql.number("SELECT count(*) FROM identity.device WHERE person_id = '" + who.personId() + "'");
    }

    /** As the browser sends it back. */
    private static String cookie(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse(null);
    }

    private static Answer end(String accessToken, String id) {
        return Rest.call("DELETE", "/api/sessions/" + id, null, accessToken);
    }

    private static JsonNode list(String accessToken) {
        return Rest.call("GET", "/api/sessions", null, accessToken)
                .expect(200)
                .body()
                .path("items");
    }

    private static void age(String session, String column, String by) {
        Sql.run("UPDATE identity.session SET " + column + " = " + column + " - interval '" + by + "' WHERE id = '"
                + session + "'");
    }

    private static JsonNode claims(Answer signedIn) {
        try {
            return Rest.JSON.readTree(
                    Base64.getUrlDecoder().decode(signedIn.text("accessToken").split("\\.")[1]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
