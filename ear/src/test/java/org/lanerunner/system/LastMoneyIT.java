package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Fifty acceptances at once that one wallet can pay only one of. */
@SystemTest
class LastMoneyIT {

    private static final int THREADS = 50;

    @Test
    void oneOfFiftySpendsTheLastMoney() {
        Parties parties = new Parties();
        parties.topUp("1500");
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            offers.add(parties.offer(parties.postLoad("1000")));
        }
        List<Answer> answers = atOnce(parties, offers);
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(
                THREADS - 1,
                answers.stream()
                        .filter(answer ->
                                answer.status() == 409 && answer.at("/type").equals("ledger/insufficient-funds"))
                        .count(),
                () -> answers.stream()
                        .map(answer -> answer.body())
                        .distinct()
                        .toList()
                        .toString());
        assertEquals("500.00", parties.shipper().get("/wallet").at("/balances/0/available/amount"));
        assertEquals("1000.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, parties.shipper().get("/bookings").body().get("items").size());
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private static List<Answer> atOnce(Parties parties, List<String> offers) {
        List<Callable<Answer>> calls = new ArrayList<>();
        offers.forEach(offer -> calls.add(() -> parties.acceptAmongMany(offer)));
        return AtOnce.all(calls);
    }
}
