package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Fifty acceptances at once that one wallet can pay only one of. */
@SystemTest
class LastMoneyIT {

    private static final int THREADS = 50;

    @Test
    void oneOfFiftySpendsTheLastMoney() throws Exception {
        Parties parties = new Parties();
        parties.topUp("1500");
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            offers.add(parties.offer(parties.postLoad("1000")));
        }
        List<Api.Answer> answers = atOnce(parties, offers);
        assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(
                THREADS - 1,
                answers.stream().filter(answer -> answer.status() == 409 && answer.at("/type").equals("ledger/insufficient-funds")).count(),
                () -> answers.stream().map(Api.Answer::text).distinct().toList().toString());
        assertEquals("500.00", parties.shipper().get("/wallet").at("/balances/0/available/amount"));
        assertEquals("1000.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, parties.shipper().get("/bookings").body().get("items").size());
        assertEquals(0, booksOutOfBalance());
    }

    private static List<Api.Answer> atOnce(Parties parties, List<String> offers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<Api.Answer>> running = new ArrayList<>();
            for (String offer : offers) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return parties.accept(offer);
                }));
            }
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    /** How many transfers do not sum to zero, and wallets whose balance is not the sum of their postings. */
    private static long booksOutOfBalance() throws SQLException {
        String query = "SELECT (SELECT count(*) FROM (SELECT 1 FROM ledger.posting GROUP BY transfer_id, currency HAVING sum(amount_minor) <> 0) t)"
                + " + (SELECT count(*) FROM ledger.balance b WHERE balance_minor <>"
                + " (SELECT coalesce(sum(amount_minor), 0) FROM ledger.posting p WHERE p.account_id = b.account_id))";
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
