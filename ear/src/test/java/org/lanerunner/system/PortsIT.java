package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** How a later feature answers a port of bookings, and that the ledger can do what its answer may be. */
@SystemTest
class PortsIT {

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("ports-probe.war");
    }

    @Test
    void aLaterFeatureAnswersForItsOwnAndLeavesTheRestToTheDefault() throws Exception {
        assertEquals("credit", ask("credit"));
        assertEquals("escrow", ask("escrow"));
    }

    @Test
    void anEscrowIsSharedOutAsTheTermsSayOrNotAtAll() throws Exception {
        Person buyer = People.shipper();
        UUID seller = People.carrier().organisationId();
        Rest.post("/api/wallet/top-ups", Rest.object("amount", AccessWorld.money("100.00")), buyer)
                .expect(201);
        assertEquals("ledger/not-the-whole", payOut(UUID.randomUUID(), buyer, seller, "80", "18", "3"));
        assertEquals("ledger/not-the-whole", payOut(UUID.randomUUID(), buyer, seller, "80", "18", "1"));
        UUID booking = UUID.randomUUID();
        assertEquals("", payOut(booking, buyer, seller, "80", "18", "2"));
        assertEquals("ESCROW -10000, FEE 200, WALLET 1800, WALLET 8000", Sql.text("""
                        SELECT string_agg(a.kind || ' ' || p.amount_minor, ', ' ORDER BY a.kind, p.amount_minor)
                        FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id JOIN ledger.transfer t ON t.id = p.transfer_id
                        WHERE t.kind = 'REFUND' AND t.booking_id = '""" + booking + "'"));
        assertEquals("80.00", Rest.get("/api/wallet", buyer).expect(200).at("/balances/0/available/amount"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private static String payOut(UUID booking, Person buyer, UUID seller, String back, String sellerGets, String fee)
            throws Exception {
        return ask("pay-out?booking=" + booking + "&buyer=" + buyer.organisationId() + "&seller=" + seller + "&back="
                + back + "&seller-gets=" + sellerGets + "&fee=" + fee);
    }

    private static String ask(String question) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestServer.address() + "/ports-probe/ports/" + question))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }
}
