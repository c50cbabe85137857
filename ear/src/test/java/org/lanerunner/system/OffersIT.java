package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many offers stand on a load: one of a maker with a trip, and no more of an organisation or in all than a command can close. */
@SystemTest
class OffersIT {

    private static final int FROM_ONE_ORGANISATION = 50;
    private static final int ON_A_LOAD = 1000;
    private static final int AT_ONCE = 20;

    private final Parties parties = new Parties();

    @Test
    void theSameOfferAgainTakesThePlaceOfTheFirst() {
        String load = parties.postLoad("1000");
        String first = parties.offer(load);
        String second = parties.offer(load);
        assertNotEquals(first, second);
        assertEquals("WITHDRAWN", status(parties.carrier(), first));
        assertEquals("OPEN", status(parties.carrier(), second));
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM events.event WHERE type = 'offer.withdrawn' AND aggregate_id = '"
                        + first + "' AND data ->> 'replacedBy' = '" + second + "'"));
        String withTrip = parties.offer(load, parties.postTrip());
        assertEquals("OPEN", status(parties.carrier(), second));
        assertEquals("OPEN", status(parties.carrier(), withTrip));
        parties.accept(first).expect(409);
    }

    @Test
    void oneOfManySuchAtOnceStands() {
        String load = parties.postLoad("1000");
        Callable<Answer> call = () -> parties.carrier().post("/offers", Map.of("loadId", load));
        AtOnce.all(Stream.generate(() -> call).limit(AT_ONCE).toList()).forEach(answer -> answer.expect(201));
        assertEquals(1, open(load));
    }

    @Test
    void counterOffersToTwoCarriersStandSideBySideAndEachChainHasOneOpen() {
        String load = parties.postLoadForBids();
        Api other = Api.register("CARRIER");
        String mine = bid(parties.carrier(), load, "900");
        String theirs = bid(other, load, "950");
        String toMine = counter(parties.shipper(), mine, "800");
        String toTheirs = counter(parties.shipper(), theirs, "810");
        assertEquals("OPEN", status(parties.shipper(), toMine));
        assertEquals("OPEN", status(parties.shipper(), toTheirs));
        String mineAgain = counter(parties.carrier(), toMine, "850");
        assertEquals(
                List.of("COUNTERED", "COUNTERED", "OPEN"),
                Stream.of(mine, toMine, mineAgain)
                        .map(id -> status(parties.carrier(), id))
                        .toList());
        assertEquals(2, open(load));
    }

    @Test
    void anOrganisationHasFiftyOpenOffersOnALoadAndALoadAThousand() {
        String load = parties.postLoad("1000");
        String offer = parties.offer(load);
        Sql.run(Rows.moreOffersOfTheSame(offer, FROM_ONE_ORGANISATION - 1));
        String trip = parties.postTrip();
        Map<String, String> onMore = Map.of("loadId", load, "tripId", trip);
        assertEquals(
                "offers/too-many",
                parties.carrier().post("/offers", onMore).expect(409).at("/type"));
        String again = parties.offer(load);
        assertEquals(FROM_ONE_ORGANISATION, open(load), "the same again is none more");
        Sql.run(Rows.moreOffersOfOthers(again, ON_A_LOAD - FROM_ONE_ORGANISATION));
        Api other = Api.register("CARRIER");
        assertEquals(
                "offers/load-full",
                other.post("/offers", Map.of("loadId", load)).expect(409).at("/type"));
        parties.shipper().post("/offers/" + again + "/decline", Map.of()).expect(200);
        other.post("/offers", Map.of("loadId", load)).expect(201);
    }

    /** What a database of an earlier version may hold is put right by the migration: the last of each kind stays open. */
    @Test
    void duplicatesOfEarlierVersionsAreClosed() {
        String load = parties.postLoad("1000");
        String offer = parties.offer(load);
        String twin = UUID.randomUUID().toString().replaceFirst("^........", "00000000");
        assertEquals(
                1,
                Sql.trial(
                        "SELECT count(*) FROM deals.offer WHERE status = 'CLOSED' AND id = '" + twin
                                + "' AND EXISTS (SELECT 1 FROM deals.offer WHERE id = '" + offer
                                + "' AND status = 'OPEN')",
                        "DROP INDEX deals.offer_open_once; CREATE INDEX offer_on_load ON deals.offer (load_id)",
                        Rows.twinOf(offer, twin),
                        Rows.migration("deals/V165__deals_one_open_offer.sql")));
    }

    private static String bid(Api carrier, String load, String dollars) {
        return carrier.post("/offers", Map.of("loadId", load, "price", Parties.dollars(dollars)))
                .expect(201)
                .at("/id");
    }

    private static String counter(Api by, String offer, String dollars) {
        return by.post("/offers/" + offer + "/counter", Map.of("price", Parties.dollars(dollars)))
                .expect(201)
                .at("/id");
    }

    private static String status(Api reader, String offer) {
        return reader.get("/offers/" + offer).expect(200).at("/status");
    }

    private static long open(String load) {
        return Sql.number("SELECT count(*) FROM deals.offer WHERE status = 'OPEN' AND load_id = '" + load + "'");
    }
}
