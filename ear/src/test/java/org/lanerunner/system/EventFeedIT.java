package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The log as an organisation follows it: every event that it may read once, whatever commits when, and enough in each to build a warehouse. */
@SystemTest
class EventFeedIT {

    /** Follows the feed of an organisation. */
    private static final class Follower {

        private final Api reader;
        private final int limit;
        private final List<JsonNode> seen = new ArrayList<>();
        private String next;

        Follower(Api reader, int limit) {
            this.reader = reader;
            this.limit = limit;
        }

        Follower read() {
            JsonNode part;
            do {
                part = reader.get("/events?limit=" + limit + (next == null ? "" : "&after=" + next))
                        .expect(200)
                        .body();
                part.get("items").forEach(seen::add);
                next = part.get("next").asText();
            } while (part.get("more").asBoolean());
            return this;
        }

        /** Reads on until there are so many; somebody else's transaction may hold the horizon for a moment. */
        Follower until(int count) {
            Eventually.get(() -> read().seen.size(), size -> size >= count);
            return this;
        }

        Follower until(String type) {
            Eventually.get(
                    () -> read().seen.stream()
                            .map(event -> event.get("type").asText())
                            .toList(),
                    types -> types.contains(type));
            return this;
        }

        List<String> ids() {
            return seen.stream().map(event -> event.get("id").asText()).toList();
        }

        JsonNode data(String type) {
            return seen.stream()
                    .filter(event -> event.get("type").asText().equals(type))
                    .reduce((first, last) -> last)
                    .orElseThrow(() -> new AssertionError("no " + type))
                    .get("data");
        }
    }

    /** A transaction of somebody who publishes, open until it is committed. */
    private static final class Writer implements AutoCloseable {

        private final Connection connection;
        private final UUID reader;

        Writer(UUID reader) throws SQLException {
            this.reader = reader;
            this.connection = TestServer.connectAsServer();
            this.connection.setAutoCommit(false);
        }

        String writes() throws SQLException {
            UUID id = UUID.randomUUID();
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        ("INSERT INTO events.event (id, type, version, family, aggregate_id, sequence, occurred_at, recorded_at, readers, subjects,"
                                        + " correlation_id, data) VALUES ('%1$s', 'load.expired', 1, 'load', '%1$s', 1, now(), now(), '{%2$s}', '{%1$s}', 'test',"
                                        + " '{\"loadId\": \"%1$s\"}')")
                                .formatted(id, reader));
            }
            return id.toString();
        }

        void commits() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    @Test
    void transactionsComeInTheOrderOfTheirNumbersWhateverTheirDigits() {
        Api reader = Api.register("SHIPPER");
        List<Integer> transactions = List.of(8, 9, 10, 11, 98, 99, 100, 101, 998, 1002);
        for (int xid : transactions) {
            Sql.number("""
                    WITH made AS (
                        INSERT INTO events.event (id, type, version, family, aggregate_id, sequence, occurred_at, recorded_at, readers, subjects, correlation_id,
                            data, epoch, xid)
                        SELECT gen_random_uuid(), 'load.expired', 1, 'load', id, 1, now(), now(), ARRAY['%s'::uuid], ARRAY[id], 'test',
                            jsonb_build_object('loadId', id), 0, '%d'::xid8
                        FROM (SELECT ('00000000-0000-4000-8000-' || lpad('%d', 12, '0'))::uuid AS id) load RETURNING 1)
                    SELECT count(*) FROM made""".formatted(reader.organisationId(), xid, xid));
        }
        List<Integer> read = new Follower(reader, 3)
                .read().seen.stream()
                        .filter(event -> event.get("type").asText().equals("load.expired"))
                        .map(event -> Integer.valueOf(
                                event.at("/data/loadId").asText().substring(24)))
                        .toList();
        assertEquals(transactions, read);
    }

    @Test
    void whatCommitsLateIsReadAllTheSame() throws SQLException {
        Api owner = Api.register("SHIPPER");
        Follower follower = new Follower(owner, 25).until(1);
        try (Writer slow = new Writer(owner.organisationId());
                Writer quick = new Writer(owner.organisationId())) {
            String late = slow.writes();
            String early = quick.writes();
            quick.commits();
            assertEquals(1, follower.read().seen.size(), "it waits for the transaction that began before");
            assertTrue(horizonLagSeconds() > 0);
            slow.commits();
            assertEquals(List.of(late, early), follower.until(3).ids().subList(1, 3));
        }
        assertEquals(3, follower.read().seen.size());
    }

    @Test
    void longAndShortTransactionsAtOnceLoseAndRepeatNothing() throws Exception {
        Api owner = Api.register("SHIPPER");
        Follower follower = new Follower(owner, 7).until(1);
        Set<String> written = new HashSet<>(follower.ids());
        CountDownLatch working = new CountDownLatch(4);
        List<Thread> writers = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            int events = number * number;
            writers.add(new Thread(() -> {
                try (Writer writer = new Writer(owner.organisationId())) {
                    for (int transaction = 0; transaction < 24 / events; transaction++) {
                        for (int event = 0; event < events; event++) {
                            String id = writer.writes();
                            synchronized (written) {
                                written.add(id);
                            }
                        }
                        writer.commits();
                    }
                } catch (SQLException failure) {
                    throw new AssertionError(failure);
                } finally {
                    working.countDown();
                }
            }));
        }
        writers.forEach(Thread::start);
        while (working.getCount() > 0) {
            follower.read();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        List<String> read = follower.until(written.size()).ids();
        assertEquals(written, new HashSet<>(read));
        assertEquals(read.size(), new HashSet<>(read).size());
    }

    @Test
    void anotherClusterGoesOnWhereTheOneBeforeStopped() throws SQLException {
        Api owner = Api.register("SHIPPER");
        Follower follower = new Follower(owner, 25).until(1);
        Sql.run("SELECT events.begin_epoch(true)");
        try (Writer writer = new Writer(owner.organisationId())) {
            String first = writer.writes();
            writer.commits();
            Sql.run("UPDATE events.event SET xid = '7' WHERE id = '" + first + "'");
            assertEquals(first, follower.until(2).ids().get(1));
        }
        long epoch = Sql.number("SELECT events.present_epoch()");
        String ahead = Base64.getUrlEncoder()
                .encodeToString((epoch + " 99999999999 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "events/cursor-ahead",
                owner.get("/events?after=" + ahead).expect(409).at("/type"));
        owner.get("/events?after=nonsense").expect(422);
    }

    @Test
    void bookingIsBuiltFromItsEventsAloneByItsPartiesOnly() {
        Parties parties = new Parties();
        parties.topUp("2000");
        Map<String, Object> load = new HashMap<>(parties.load("1100"));
        String id = parties.shipper().post("/loads", load).expect(201).at("/id");
        load.put("price", Parties.dollars("1200"));
        parties.shipper().put("/loads/" + id, load).expect(200);
        JsonNode booking = parties.accept(parties.offer(id)).expect(200).body().get("booking");
        parties.deliver(booking);
        JsonNode shown = parties.shipper()
                .get("/bookings/" + booking.get("id").asText())
                .expect(200)
                .body();

        Follower log = new Follower(parties.shipper(), 100).until("booking.delivered");
        assertEquals("[\"PRICE\"]", log.data("load.changed").get("changed").toString());
        assertEquals("1200.00", log.data("load.changed").at("/price/amount").asText());
        JsonNode posted = log.data("load.posted");
        assertEquals("DRY_VAN", posted.get("equipment").asText());
        assertTrue(posted.at("/cargo/weightKilograms").isNumber(), posted.toString());
        JsonNode confirmed = log.data("booking.confirmed");
        JsonNode arrived = log.data("booking.arrived");
        assertEquals(
                parties.carrier().organisationId().toString(),
                confirmed.get("sellerOrganisationId").asText());
        for (int stop = 0; stop < 2; stop++) {
            JsonNode site = shown.at("/stops/" + stop + "/place");
            String region =
                    site.get("country").asText() + "-" + site.get("region").asText();
            assertEquals(
                    region, confirmed.get(stop == 0 ? "origin" : "destination").asText());
            assertEquals(shown.at("/stops/" + stop + "/window/start"), confirmed.at("/stops/" + stop + "/windowStart"));
            assertEquals(site.get("id"), confirmed.at("/stops/" + stop + "/placeId"));
        }
        assertEquals("DELIVERY", arrived.get("kind").asText());
        assertEquals(shown.at("/stops/1/place/id"), arrived.get("placeId"));
        assertEquals(shown.at("/stops/1/window/end"), arrived.get("windowEnd"));

        Follower carrier = new Follower(parties.carrier(), 100).until("booking.confirmed");
        assertTrue(carrier.ids().stream().anyMatch(log.ids()::contains));
        assertFalse(carrier.seen.stream()
                .anyMatch(event -> event.get("type").asText().equals("payment.topped-up")));
        Follower stranger = new Follower(Api.register("SHIPPER"), 100).until("user.registered");
        assertTrue(stranger.ids().stream().noneMatch(log.ids()::contains));
    }

    private static double horizonLagSeconds() {
        Matcher lag = Pattern.compile("(?m)^lanerunner_events_horizon_lag_seconds (\\S+)$")
                .matcher(Rest.measurements());
        assertTrue(lag.find());
        return Double.parseDouble(lag.group(1));
    }
}
