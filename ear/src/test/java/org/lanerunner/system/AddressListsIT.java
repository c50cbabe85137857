package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** From where an organisation lets its members in. Each address of the loopback range is a place of its own. */
@SystemTest
class AddressListsIT {

    private static final String RULES = "/api/admin/network-rules";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Test
    void membersComeFromTheListedNetworksOnlyAndThePersonsOwnStaysOpen() {
        Person owner = People.shipper();
        String path = path(owner);
        assertEquals("127.0.0.1", Rest.get(path, owner).expect(200).text("yours"));
        assertEquals(200, status("/api/loads", owner, 77));
        Answer changed = allow(owner, "127.0.0.0/26", "203.0.113.9").expect(200);
        assertEquals(
                "[\"127.0.0.0/26\",\"203.0.113.9/32\"]",
                changed.body().at("/networks").toString());
        assertEquals(200, status("/api/loads", owner, 1));
        assertEquals(200, status("/api/loads", owner, 63));
        assertEquals(403, status("/api/loads", owner, 64));
        assertEquals(403, status(path, owner, 77));
        assertEquals(200, status("/api/me", owner, 77));
        assertEquals(200, status("/api/version", owner, 77));
        assertEquals(200, status("/api/loads", People.shipper(), 77), "another organisation's list is its own");

        allow(owner).expect(200);
        assertEquals(200, status("/api/loads", owner, 77));
    }

    @Test
    void nobodyLocksThemselfOut() {
        Person owner = People.shipper();
        for (String[] without : List.of(new String[] {"203.0.113.0/24"}, new String[] {"127.0.0.2", "128.0.0.0/8"})) {
            Answer refused = allow(owner, without).expect(422, "request/invalid");
            assertEquals("/networks", refused.at("/errors/0/pointer"));
        }
        assertEquals(
                "[]",
                Rest.get(path(owner), owner).expect(200).body().at("/networks").toString());
    }

    @Test
    void whatIsNoNetworkIsRefusedWhereItStands() {
        Person owner = People.shipper();
        for (String wrong :
                List.of("", "::1", "127.0.0.1/33", "127.0.0.1/8", "256.0.0.1", "localhost", "1.2.3", "0127.0.0.1")) {
            Answer refused = allow(owner, "127.0.0.0/8", wrong).expect(422, "request/invalid");
            assertEquals("/networks/1", refused.at("/errors/0/pointer"), wrong);
        }
        allow(owner, Collections.nCopies(51, "127.0.0.0/8").toArray(String[]::new))
                .expect(422, "request/invalid");
        allow(owner, "0.0.0.0/0").expect(200);
        Rest.call("PUT", path(owner), object("networks", null), owner.accessToken())
                .expect(422);
        Rest.call("PUT", path(owner), object("networks", List.of()), owner.accessToken(), "If-Match", "\"7\"")
                .expect(412);
    }

    @Test
    void changeStandsInTheAuditWithBeforeAndAfterAndWantsAProof() {
        Person owner = People.shipper();
        allow(owner, "127.0.0.1").expect(200);
        allow(owner, "127.0.0.0/8").expect(200);
        String entry = Sql.text(
                "SELECT string_agg(changes::text, ' ' ORDER BY at) FROM audit.entry WHERE action = 'addresses.changed'"
                        + " AND organisation_id = '" + owner.organisationId() + "'");
        assertTrue(entry.contains("127.0.0.1/32") && entry.contains("127.0.0.0/8"), entry);
    }

    /** What is asked without a token, the ways in and out, and who one is: all else is closed to who comes from elsewhere. */
    @Test
    void nothingElseIsOpenFromElsewhere() throws IOException {
        Person owner = People.shipper();
        allow(owner, "127.0.0.1").expect(200);
        JsonNode paths = Rest.JSON
                .readTree(Path.of(System.getProperty("lanerunner.home"), "docs/api/openapi.json")
                        .toFile())
                .path("paths");
        List<String> open = new ArrayList<>();
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
            boolean needsNoToken = call.getValue().path("security").toString().equals("[{}]");
            if (!needsNoToken && !path.getKey().startsWith("/api/auth/")) {
                String method = call.getKey().toUpperCase(Locale.ROOT);
                String answer = answer(method + " " + path.getKey().replaceAll("[{][^}]*}", NOBODY), owner, 77, null);
                // what is not even of the call's media type is refused before
                if (!answer.contains("organisations/address-not-allowed") && !answer.startsWith("HTTP/1.1 415 ")) {
                    open.add(method + " " + path.getKey());
                }
            }
        }));
        assertEquals(List.of("GET /api/me"), open);
    }

    @Test
    void channelEndsWhereNobodyIsLetInAnyMoreAndNoneIsOpenedThere() throws Exception {
        Person owner = People.shipper();
        try (Channel open = Channel.of(owner);
                Channel late = Channel.connect()) {
            String ticket = Channel.ticket(owner);
            String changed = answer("PUT " + path(owner), owner, 2, "{\"networks\":[\"127.0.0.2\"]}");
            assertTrue(changed.startsWith("HTTP/1.1 200 "), changed);
            assertEquals(
                    "live/address-not-allowed",
                    open.await("closed").path("reason").asText());
            late.say(object("ticket", ticket));
            assertEquals(
                    "live/address-not-allowed",
                    late.await("closed").path("reason").asText());
        }
    }

    @Test
    void networkThatIsShutOutOfTheInstallationGetsNothingWhoeverAsksAndWhatever() {
        Person admin = People.admin();
        Person person = People.shipper();
        String rule = rule(admin, "127.0.0.64/26", "DENY");
        for (String path : List.of("/api/loads", "/api/me", "/api/version")) {
            assertEquals(403, status(path, person, 77), path);
            assertEquals(200, status(path, person, 63), path);
        }
        assertTrue(answer("POST /api/auth/login", person, 77, "{}").contains("request/network-shut-out"));
        String allowed = rule(admin, "127.0.0.77", "ALLOW");
        assertEquals(200, status("/api/loads", person, 77));
        Rest.call("DELETE", RULES + "/" + allowed, null, admin.accessToken()).expect(204);
        assertEquals(403, status("/api/loads", person, 77));
        Rest.call("DELETE", RULES + "/" + rule, null, admin.accessToken()).expect(204);
        Rest.call("DELETE", RULES + "/" + rule, null, admin.accessToken()).expect(404, "network-rules/not-found");
        assertEquals(200, status("/api/loads", person, 77));

        // as another node would have written it
        Sql.run(
                "INSERT INTO gate.network_rule VALUES (gen_random_uuid(), '127.0.0.78/32', 'DENY', 'elsewhere', now() + interval '1 day', '"
                        + admin.personId() + "', now())");
        Eventually.get(() -> status("/api/loads", person, 78), status -> status == 403);
        Sql.run("DELETE FROM gate.network_rule");
        assertEquals(
                4,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action LIKE 'network-rule.%' AND subject_id IN ('"
                        + rule + "', '" + allowed + "') AND principal_id = '" + admin.personId() + "'"));
    }

    @Test
    void noAdministratorIsShutOutByTheirOwnRule() {
        Person admin = People.admin();
        String own = "{\"network\":\"127.0.0.0/28\",\"effect\":\"DENY\",\"reason\":\"all of them\"}";
        assertTrue(answer("POST " + RULES, admin, 2, own).contains("gate/own-address"));
        String allowed = rule(admin, "127.0.0.2", "ALLOW");
        String denied = answer("POST " + RULES, admin, 2, own);
        assertTrue(denied.startsWith("HTTP/1.1 201 "), denied);
        assertTrue(answer("DELETE " + RULES + "/" + allowed, admin, 2, null).contains("gate/own-address"));
        assertEquals(200, status("/api/version", admin, 1));
        Rest.post(RULES, object("network", "127.0.0.0/28", "effect", "DENY", "reason", "again"), admin)
                .expect(409, "gate/rule-exists");
        for (Object wrong : List.of(
                object("network", "127.0.0.1/8", "effect", "DENY", "reason", "x"),
                object("network", "203.0.113.0/24", "reason", "x"),
                object("network", "203.0.113.0/24", "effect", "DENY", "reason", " "),
                object(
                        "network",
                        "203.0.113.0/24",
                        "effect",
                        "DENY",
                        "reason",
                        "x",
                        "until",
                        "2026-01-01T00:00:00Z"))) {
            Rest.post(RULES, wrong, admin).expect(422, "request/invalid");
        }
        Sql.run("DELETE FROM gate.network_rule");
        Eventually.get(() -> status("/api/version", admin, 3), status -> status == 200);
    }

    private static String rule(Person admin, String network, String effect) {
        return Rest.post(
                        RULES, object("network", network, "effect", effect, "reason", "They only try passwords"), admin)
                .expect(201)
                .text("id");
    }

    private static String path(Person of) {
        return "/api/organisations/" + of.organisationId() + "/addresses";
    }

    private static Answer allow(Person by, String... networks) {
        return Rest.call("PUT", path(by), object("networks", List.of(networks)), by.accessToken());
    }

    private static int status(String path, Person as, int place) {
        return Integer.parseInt(answer("GET " + path, as, place, null).substring(9, 12));
    }

    private static String answer(String call, Person as, int place, String body) {
        String content =
                body == null ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress("127.0.0." + place, 0));
            socket.connect(new InetSocketAddress(
                    TestServer.address().getHost(), TestServer.address().getPort()));
            socket.getOutputStream()
                    .write((call
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: 127.0.0.1\r\n"
                                    + "Authorization: Bearer " + as.accessToken() + "\r\n" + content + "\r\n"
                                    + (body == null ? "" : body))
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
