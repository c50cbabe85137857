package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Fifty at once want what only one can have: one gets it, the others are told, and nothing is left half-written. */
@SystemTest
class RacesIT {

    private static final int MANY = 50;

    @Test
    void oneOfFiftyLoadsTakesTheLastCapacityOfATrip() {
        Parties parties = new Parties();
        parties.topUp("50000");
        String trip = parties.postTrip();
        List<String> loads = new ArrayList<>();
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            loads.add(parties.postLoad("1000"));
            offers.add(parties.offer(loads.get(i), trip));
        }
        List<Api.Answer> answers = accepted(parties, offers);
        oneWonAndTheOthersGot(answers, "trips/no-capacity");
        assertEquals("1000.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, Sql.number("SELECT count(*) FROM trips.reservation WHERE trip_id = '" + trip + "'"));
        assertEquals(
                0,
                Sql.number("SELECT sum(remaining_weight_kilograms) FROM trips.segment WHERE trip_id = '" + trip + "'"));
        assertEquals(1, Sql.number("SELECT count(*) FROM bookings.booking WHERE trip_id = '" + trip + "'"));
        assertEquals(
                MANY - 1,
                Sql.number("SELECT count(*) FROM loads.load WHERE status = 'OPEN' AND id IN (" + quoted(loads) + ")"));
        assertEquals(
                MANY - 1,
                Sql.number(
                        "SELECT count(*) FROM deals.offer WHERE status = 'OPEN' AND id IN (" + quoted(offers) + ")"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void oneOfFiftyOffersGetsTheLoad() {
        Parties parties = new Parties();
        parties.topUp("50000");
        String load = parties.postLoad("1000");
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            offers.add(parties.offer(load));
        }
        List<Api.Answer> answers = accepted(parties, offers);
        oneWonAndTheOthersGot(answers, null);
        assertEquals("1000.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, Sql.number("SELECT count(*) FROM bookings.booking WHERE load_id = '" + load + "'"));
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM deals.offer WHERE status = 'ACCEPTED' AND load_id = '" + load + "'"));
        assertEquals(
                MANY - 1,
                Sql.number("SELECT count(*) FROM deals.offer WHERE status = 'CLOSED' AND load_id = '" + load + "'"));
        UUID carrier = parties.carrier().organisationId();
        assertEquals(1, Sql.number("SELECT count(*) FROM trips.trip WHERE organisation_id = '" + carrier + "'"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private static List<Api.Answer> accepted(Parties parties, List<String> offers) {
        List<Callable<Api.Answer>> calls = new ArrayList<>();
        offers.forEach(offer -> calls.add(() -> parties.accept(offer)));
        return AtOnce.all(calls);
    }

    private static void oneWonAndTheOthersGot(List<Api.Answer> answers, String type) {
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        List<Api.Answer> lost =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        assertTrue(
                lost.stream()
                        .allMatch(
                                answer -> answer.status() == 409 && (type == null || type.equals(answer.at("/type")))),
                () -> lost.stream().map(Api.Answer::text).distinct().toList().toString());
    }

    private static String quoted(List<String> ids) {
        return "'" + String.join("','", ids) + "'";
    }
}
