package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * The commands that touch most rows, at the size of their limit: see "Rows a command" in docs/operations/limits.md. What counts is that the work grows no
 * faster than the rows, which does not depend on the machine; the greatest time only tells what is stuck.
 */
@SystemTest
class RowsIT {

    private static final int ON_A_LOAD = 1000;
    private static final int ATTEMPTS = 3;
    private static final Duration STUCK = Duration.ofSeconds(10);

    /** Four times the rows take less than eight times the time, with a tenth of a second for what has nothing to do with them. A busy machine gets another go. */
    private static void growsWithTheRows(int most, IntFunction<Runnable> command) {
        long few = 0;
        long many = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            few = millis(command.apply(most / 4));
            many = millis(command.apply(most));
            System.out.printf("%d rows: %d ms, %d rows: %d ms%n", most / 4, few, most, many);
            if (many < 8 * few + 100 && many < STUCK.toMillis()) {
                return;
            }
        }
        fail(most + " rows took " + many + " ms, a quarter of them " + few);
    }

    private static long millis(Runnable command) {
        long start = System.nanoTime();
        command.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void acceptingClosesAThousandOffers() {
        Parties parties = new Parties();
        parties.topUp("50000");
        growsWithTheRows(ON_A_LOAD, offers -> {
            String load = parties.postLoad("1000");
            String offer = parties.offer(load);
            Sql.run(Rows.moreOffersOfOthers(offer, offers - 1));
            return () -> {
                parties.accept(offer).expect(200);
                assertEquals(
                        0,
                        Sql.number(
                                "SELECT count(*) FROM deals.offer WHERE status = 'OPEN' AND load_id = '" + load + "'"));
            };
        });
    }

    @Test
    void changingALoadClosesAThousandOffers() {
        Parties parties = new Parties();
        growsWithTheRows(ON_A_LOAD, offers -> {
            String load = parties.postLoad("1000");
            Sql.run(Rows.moreOffersOfOthers(parties.offer(load), offers - 1));
            return () -> parties.shipper()
                    .put("/loads/" + load, parties.load("1200"))
                    .expect(200);
        });
    }

    @Test
    void cancellingALoadClosesAThousandOffers() {
        Parties parties = new Parties();
        growsWithTheRows(ON_A_LOAD, offers -> {
            String load = parties.postLoad("1000");
            Sql.run(Rows.moreOffersOfOthers(parties.offer(load), offers - 1));
            return () -> parties.shipper()
                    .post("/loads/" + load + "/cancel", Map.of("reason", "done"))
                    .expect(200);
        });
    }
}
