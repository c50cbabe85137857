package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From where an organisation lets its members in. Each address of the loopback range is a place of its own. */
@SystemTest
class AddressListsIT {

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

    private static String path(Person of) {
        return "/api/organisations/" + of.organisationId() + "/addresses";
    }

    private static Answer allow(Person by, String... networks) {
        return Rest.call("PUT", path(by), object("networks", List.of(networks)), by.accessToken());
    }

    private static int status(String path, Person as, int place) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress("127.0.0." + place, 0));
            socket.connect(new InetSocketAddress(
                    TestServer.address().getHost(), TestServer.address().getPort()));
            socket.getOutputStream()
                    .write(("GET " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: 127.0.0.1\r\n"
                                    + "Authorization: Bearer " + as.accessToken() + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
