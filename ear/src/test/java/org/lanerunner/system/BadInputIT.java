package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client should send is refused in one form, and nothing of it is ever a 500. */
@SystemTest
class BadInputIT {

    private static final String PATH = "/api/auth/login";

    @Test
    void brokenJsonIsMalformedAndWholeJsonIsNot() throws Exception {
        for (Path file : files()) {
            Answer answer = Rest.post(PATH, Files.readAllBytes(file), null);
            String name = file.getFileName().toString();
            assertTrue(answer.status() < 500, () -> name + " answered " + answer.status());
            if (name.startsWith("n_")) {
                assertEquals("400 request/malformed", answer.status() + " " + answer.text("type"), name);
            } else if (name.startsWith("y_")) {
                assertNotEquals(400, answer.status(), name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "{} {}", "{}x", "{\"email\":\"a\"", "[", "\uFEFF"})
    void blankTrailingAndUnclosedBodiesAreMalformed(String body) {
        Rest.post(PATH, body, null).expect(400, "request/malformed");
    }

    @Test
    void nestingTooDeepIsMalformed() {
        Rest.post(PATH, "{\"email\":" + "[".repeat(100) + "]".repeat(100) + "}", null)
                .expect(400, "request/malformed");
        Rest.post(PATH, "[".repeat(100_000), null).expect(400, "request/malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"a\",\"email\":\"b\"} | /email",
                "{\"email\":5} | /email",
                "{\"email\":{}} | /email",
                "{\"organisation\":{\"kind\":\"PIRATE\"}} | /organisation/kind",
                "{\"organisation\":{\"kind\":1}} | /organisation/kind",
                "{\"organisation\":[]} | /organisation",
                "{\"nickname\":\"x\"} | /nickname",
                "{\"name\":\"a\\u0000b\"} | /name",
                "{\"name\":\"\\ud800\"} | /name",
                "{\"name\":1e2147483648} | /name",
                "[] | ''",
                "\"text\" | ''",
                "null | ''"
            })
    void wellFormedButWrongBodiesNameTheFieldByAPointer(String body, String pointer) {
        Answer answer = Rest.post("/api/auth/register", body, null).expect(422, "request/invalid");
        assertEquals(
                pointer, answer.body().path("errors").path(0).path("pointer").asText(), () -> answer.body()
                        .toString());
    }

    @Test
    void numbersAndTimesBeyondAnyUseAreRefusedInAddressesToo() {
        Person shipper = People.shipper();
        String positions = "/api/bookings/" + UUID.randomUUID() + "/positions";
        for (String time : List.of(
                "%2B999999999-12-31T00:00:00Z",
                "%2B999999999-12-31T23:59:59-18:00", "%2B294277-01-01T00:00:00Z", "-5000-01-01T00:00:00Z")) {
            Rest.get("/api/loads?scope=market&from=" + time, shipper).expect(422, "request/invalid");
            Rest.get("/api/loads?scope=market&to=" + time, shipper).expect(422, "request/invalid");
            Rest.get(positions + "?after=" + time, shipper).expect(422, "request/invalid");
        }
        for (String date : List.of("%2B999999999-12-31", "-999999999-01-01", "%2B5874898-01-01")) {
            Rest.get("/api/reports/lanes?date=" + date, shipper).expect(422, "request/invalid");
        }
        for (String number : List.of("1e2147483648", "NaN", "9".repeat(2_000))) {
            Rest.get("/api/loads?scope=market&limit=" + number, shipper).expect(422, "request/invalid");
            Rest.get("/api/places?near=1," + number, shipper).expect(422, "request/invalid");
            Rest.get("/api/loads?scope=market&near=1," + number, shipper).expect(422, "request/invalid");
        }
        Rest.get("/api/loads?scope=market&near=1,1&radiusMeters=1e2147483648", shipper)
                .expect(422, "request/invalid");
    }

    @Test
    void numbersInTheHeadOfATokenAreNotComputedWith() {
        for (String head : List.of(
                "{\"alg\":\"RS256\",\"kid\":1e2147483648}",
                "{\"alg\":\"RS256\",\"x\":1e-2147483649}",
                "{\"alg\":1e9}")) {
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes(StandardCharsets.UTF_8))
                    + ".eyJleHAiOjFlMjE0NzQ4MzY0OH0.AAAA";
            Rest.call("GET", "/api/me", null, token).expect(401);
        }
    }

    @Test
    void naughtyStringsRoundTripOrAreRefusedInEveryTextField() throws Exception {
        JsonNode strings = Rest.JSON.readTree(Files.readAllBytes(resource("bad_input/blns.json")));
        Person owner = People.shipper();
        for (int i = 0; i < strings.size(); i += 4) {
            String naughty = strings.get(i).asText();
            if (i % 16 == 0) {
                Answer login = Rest.post(PATH, object("email", naughty, "password", naughty), null);
                assertTrue(login.status() == 401 || login.status() == 422, () -> naughty + " answered " + login.body());
            }
            Answer invite = Rest.post(
                    "/api/organisations/" + owner.organisationId() + "/members",
                    object("email", naughty, "roles", List.of("OFFICE")),
                    owner);
            assertTrue(List.of(201, 409, 422).contains(invite.status()), () -> naughty + " answered " + invite.body());
        }
    }

    @Test
    void naughtyNamesComeBackAsTheyWereTaken() throws Exception {
        JsonNode strings = Rest.JSON.readTree(Files.readAllBytes(resource("bad_input/blns.json")));
        int kept = 0;
        for (int i = 0; i < strings.size(); i += 16) {
            String naughty = strings.get(i).asText();
            Answer registered = Rest.post(
                    "/api/auth/register",
                    object(
                            "email",
                            People.newEmail(),
                            "password",
                            People.PASSWORD,
                            "name",
                            naughty,
                            "organisation",
                            object("name", naughty, "kind", "OFFICE")),
                    null);
            if (registered.status() == 422) {
                continue;
            }
            JsonNode me = Rest.call(
                            "GET", "/api/me", null, registered.expect(201).text("accessToken"))
                    .expect(200)
                    .body();
            assertEquals(
                    Normalizer.normalize(naughty, Normalizer.Form.NFC).strip(),
                    me.path("person").path("name").asText());
            kept++;
        }
        assertTrue(kept > 10, "most are fine names: " + kept);
    }

    @Test
    void hugeBodiesAre413AnnouncedOrNot() {
        byte[] huge = ("{\"email\":\"" + "a".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        Rest.post(PATH, huge, null).expect(413, "request/too-large");
        HttpRequest chunked = HttpRequest.newBuilder(Rest.address(PATH))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(huge, 0, 1_500_000)))
                .build();
        Rest.send(chunked).expect(413, "request/too-large");
    }

    @ParameterizedTest
    @ValueSource(longs = {13_000_000, 5_000_000_000L})
    void bodyAnnouncedAboveEveryLimitIs413BeforeItComes(long length) throws IOException {
        try (var socket = new java.net.Socket(
                TestServer.address().getHost(), TestServer.address().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST " + PATH
                                    + " HTTP/1.1\r\nHost: lanerunner\r\nContent-Type: application/json\r\nContent-Length: "
                                    + length + "\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new java.io.BufferedReader(
                    new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = answer.readLine();
            assertTrue(status.contains(" 413 "), status);
            assertTrue(answer.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .anyMatch(line -> line.contains("application/problem+json")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing-here, 404, request/not-found",
        "GET, /api/auth/login, 405, request/method",
        "GET, /api/organisations/not-an-id, 404, request/not-found",
        "GET, /api/health?x=%00, 422, request/invalid",
        "GET, /api/organisations/%00, 404, request/not-found",
    })
    void whatNeverReachesAResourceIsAProblemDocumentToo(String method, String path, int status, String type) {
        Answer answer =
                Rest.call(method, path, null, People.shipper().accessToken()).expect(status, type);
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"));
        assertEquals(answer.header("X-Correlation-Id"), answer.text("correlationId"));
    }

    @Test
    void otherMediaTypesAre415AndOtherAnswers406() {
        HttpRequest xml = HttpRequest.newBuilder(Rest.address(PATH))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>"))
                .build();
        Rest.send(xml).expect(415, "request/media-type");
        Rest.call("GET", "/api/version", null, null, "Accept", "application/xml")
                .expect(406, "request/not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "limit=abc", "limit=99999999999", "after=nonsense"})
    void pagesOutOfBoundsAre422(String query) {
        Person owner = People.shipper();
        Rest.get("/api/organisations/" + owner.organisationId() + "/members?" + query, owner)
                .expect(422, "request/invalid");
    }

    @Test
    void correlationIdIsTheClientsIfItIsADecentOne() {
        assertEquals(
                "order-4711",
                Rest.call("GET", "/api/version", null, null, "X-Correlation-Id", "order-4711")
                        .header("X-Correlation-Id"));
        Answer odd = Rest.call("GET", "/api/version", null, null, "X-Correlation-Id", "two words; and=more");
        assertNotNull(odd.header("X-Correlation-Id"));
        assertNotEquals("two words; and=more", odd.header("X-Correlation-Id"));
    }

    @Test
    void browsersOfOtherOriginsAreNotAllowed() {
        HttpRequest preflight = HttpRequest.newBuilder(Rest.address(PATH))
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        Answer answer = Rest.send(preflight).expect(204);
        assertEquals(null, answer.header("Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b;q=zz", "application/json;q=", "a/b;q", "*/*;q=1e9", "application/json, text/html;q=-1"})
    void weightThatIsNoNumberIsMalformed(String ranges) {
        Rest.call("GET", "/api/version", null, null, "Accept", ranges).expect(400, "request/malformed");
        Rest.call("GET", "/api/version", null, null, "Accept", "application/json;q=0.5, */*;q=1")
                .expect(200);
    }

    @Test
    void measurementsNeedTheScrapeTokenOnceAProxyStandsBetween() {
        Rest.call("GET", "/api/metrics", null, null).expect(200);
        Rest.call("GET", "/api/metrics", null, null, "X-Forwarded-For", "203.0.113.7")
                .expect(401);
        Rest.call("GET", "/api/metrics", null, null, "Forwarded", "for=203.0.113.7")
                .expect(401);
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(resource("bad_input/json_parsing"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertTrue(all.size() > 100);
            return all;
        }
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(BadInputIT.class.getResource("/" + name).toURI());
    }
}
