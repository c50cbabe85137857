package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lane report: on demand for any date, whole for the administrator, the own part for everybody else; once by the timer. */
@SystemTest
class LaneReportIT {

    private final Api administrator = Api.administrator();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void reportSaysWhatWasPostedAndBookedToWhomItConcerns() {
        Parties parties = new Parties();
        parties.topUp("10000");
        parties.postLoad("900");
        parties.book("1000");
        parties.book("2000");
        parties.cancel(parties.book("1500"));
        Instant asked = Instant.now();
        run(today);
        JsonNode row = onlyRow(parties.shipper());
        assertEquals(4, row.get("loadsPosted").asInt());
        assertEquals(2, row.get("loadsBooked").asInt());
        assertEquals(2, row.get("rateCount").asInt());
        double low = Double.parseDouble(row.at("/ratePerKilometerLow/amount").asText());
        double high = Double.parseDouble(row.at("/ratePerKilometerHigh/amount").asText());
        double median =
                Double.parseDouble(row.at("/ratePerKilometerMedian/amount").asText());
        assertEquals(2 * low, high, 0.02);
        assertEquals((low + high) / 2, median, 0.011);
        assertEquals("US-IL", row.get("originRegion").asText());
        assertEquals("US-MO", row.get("destinationRegion").asText());
        JsonNode carriers = onlyRow(parties.carrier());
        assertEquals(0, carriers.get("loadsPosted").asInt());
        assertEquals(2, carriers.get("loadsBooked").asInt());
        assertTrue(Api.register("SHIPPER")
                .get("/reports/lanes?date=" + today)
                .expect(200)
                .body()
                .get("rows")
                .isEmpty());
        JsonNode whole =
                administrator.get("/reports/lanes?date=" + today).expect(200).body();
        assertTrue(postedBetween("US-IL", "US-MO", whole) >= 4, whole.toString());
        assertTrue(!Instant.parse(whole.get("upTo").asText()).isBefore(asked.minusSeconds(1)), whole.toString());
    }

    @Test
    void runAnewReplacesTheDatesRows() {
        Parties parties = new Parties();
        parties.topUp("10000");
        parties.postLoad("900");
        run(today);
        JsonNode before = onlyRow(parties.shipper());
        assertEquals(1, before.get("loadsPosted").asInt());
        assertEquals(0, before.get("rateCount").asInt());
        assertTrue(before.get("ratePerKilometerMedian").isNull());
        parties.book("1000");
        run(today);
        JsonNode after = onlyRow(parties.shipper());
        assertEquals(2, after.get("loadsPosted").asInt());
        assertEquals(1, after.get("rateCount").asInt());
    }

    /** From Milwaukee empty to Chicago, from there loaded: some 131 km on the great circle. */
    @Test
    void emptyKilometersAreTheWayToThePickup() {
        Parties parties = new Parties();
        parties.topUp("10000");
        String trip = parties.postTripFrom("Milwaukee");
        parties.accept(parties.offer(parties.postLoad("1000"), trip)).expect(200);
        run(today);
        assertEquals(131, onlyRow(parties.carrier()).get("emptyKilometers").asDouble(), 6);
    }

    /** In a currency of their own, so that the platform's row is of this leg alone. */
    @Test
    void brokeredLegIsOneToThePlatformAndTwoToTheBroker() {
        Parties parties = new Parties();
        Api broker = Api.register("BROKER");
        Map<String, String> sold = Map.of("amount", "2000.00", "currency", "NOK");
        Map<String, String> bought = Map.of("amount", "1000.00", "currency", "NOK");
        parties.shipper().post("/wallet/top-ups", Map.of("amount", sold)).expect(201);
        broker.post("/wallet/top-ups", Map.of("amount", sold)).expect(201);
        Map<String, Object> load = new HashMap<>(parties.load("1"));
        load.put("price", sold);
        String id = parties.shipper().post("/loads", load).expect(201).at("/id");
        String booking = parties.accept(
                        broker.post("/offers", Map.of("loadId", id)).expect(201).at("/id"))
                .expect(200)
                .at("/booking/id");
        String offer = broker.post(
                        "/offers",
                        Map.of(
                                "loadId",
                                id,
                                "bookingId",
                                booking,
                                "price",
                                bought,
                                "tripId",
                                parties.postTripFrom("Milwaukee")))
                .expect(201)
                .at("/id");
        parties.carrier().post("/offers/" + offer + "/accept", Map.of()).expect(200);
        run(today);
        JsonNode shippers = onlyRow(parties.shipper());
        JsonNode platforms = inKroner(administrator);
        assertEquals(1, platforms.get("loadsBooked").asInt());
        assertEquals(1, platforms.get("rateCount").asInt());
        assertEquals(shippers.at("/ratePerKilometerMedian"), platforms.at("/ratePerKilometerMedian"));
        assertEquals(131, platforms.get("emptyKilometers").asDouble(), 6, "the carrier came from afar all the same");
        JsonNode brokers = onlyRow(broker);
        assertEquals(2, brokers.get("loadsBooked").asInt());
        assertEquals(shippers.at("/ratePerKilometerMedian"), brokers.at("/ratePerKilometerHigh"));
        assertEquals(1, onlyRow(parties.carrier()).get("loadsBooked").asInt());
    }

    private JsonNode inKroner(Api reader) {
        for (JsonNode row :
                reader.get("/reports/lanes?date=" + today).expect(200).body().get("rows")) {
            if (row.get("currency").asText().equals("NOK")) {
                return row;
            }
        }
        throw new AssertionError("no row in this currency");
    }

    @Test
    void dateWithoutARunHasNoRowsAndSaysSo() {
        JsonNode report =
                administrator.get("/reports/lanes?date=2001-01-01").expect(200).body();
        assertTrue(report.get("upTo").isNull());
        assertTrue(report.get("rows").isEmpty());
        run(LocalDate.of(2001, 1, 1));
        assertEquals(
                "2001-01-02T00:00:00Z",
                administrator.get("/reports/lanes?date=2001-01-01").at("/upTo"));
    }

    @Test
    void timerRunsTheDateThatClosedOnce() throws SQLException {
        Eventually.get(() -> timerRuns(today.minusDays(1)), "DONE"::equals);
    }

    @Test
    void wrongDatesAndCallersAreRefused() {
        administrator
                .post("/reports/lanes/runs", Map.of("date", today.plusDays(2).toString()))
                .expect(422);
        administrator.post("/reports/lanes/runs", Map.of("date", "yesterday")).expect(422);
        administrator.post("/reports/lanes/runs", Map.of()).expect(422);
        administrator.get("/reports/lanes").expect(422);
        administrator.get("/reports/lanes?date=2026-02-30").expect(422);
        administrator
                .get("/reports/lanes/runs/00000000-0000-0000-0000-000000000000")
                .expect(404);
        Api shipper = Api.register("SHIPPER");
        shipper.post("/reports/lanes/runs", Map.of("date", today.toString())).expect(403);
        Api.nobody().get("/reports/lanes?date=" + today).expect(401);
    }

    private void run(LocalDate date) {
        Answer asked = administrator
                .post("/reports/lanes/runs", Map.of("date", date.toString()))
                .expect(202);
        Eventually.get(
                () -> administrator
                        .get("/reports/lanes/runs/" + asked.at("/id"))
                        .expect(200)
                        .at("/status"),
                "DONE"::equals);
    }

    private static int postedBetween(String origin, String destination, JsonNode report) {
        for (JsonNode row : report.get("rows")) {
            if (row.get("originRegion").asText().equals(origin)
                    && row.get("destinationRegion").asText().equals(destination)) {
                return row.get("loadsPosted").asInt();
            }
        }
        return 0;
    }

    private JsonNode onlyRow(Api reader) {
        JsonNode rows =
                reader.get("/reports/lanes?date=" + today).expect(200).body().get("rows");
        assertEquals(1, rows.size(), rows.toString());
        return rows.get(0);
    }

    private static String timerRuns(LocalDate date) throws SQLException {
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT string_agg(status, ',') FROM analytics.lane_run WHERE cause = 'TIMER' AND business_date = '"
                                + date + "'")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
