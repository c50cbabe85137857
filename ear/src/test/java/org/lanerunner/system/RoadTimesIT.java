package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times that can't be: windows of long ago, a load open longer than it can be delivered, and facts of the road from before there was an agreement. */
@SystemTest
class RoadTimesIT {

    /** Made when the first test needs it, for all of them. */
    private static final class Known {
        static final Parties PARTIES = new Parties();
        static final LocalDateTime NOW =
                LocalDateTime.now(ZoneId.of("America/Chicago")).truncatedTo(ChronoUnit.MINUTES);
    }

    private final Parties parties = Known.PARTIES;
    private final LocalDateTime now = Known.NOW;

    @Test
    void windowsOfLongAgoAndDeliveriesThatAreOverAreRefused() {
        LocalDateTime then = LocalDateTime.of(2000, 5, 1, 8, 0);
        refused("/stops/0/windowStart", "/loads", load(then, then.plusHours(4), now, now.plusHours(9)));
        refused(
                "/stops/0/windowStart",
                "/loads",
                load(now.minusDays(32), now.minusDays(31), now.minusDays(3), now.plusHours(9)));
        refused(
                "/stops/1/windowEnd",
                "/loads",
                load(now.minusHours(9), now.plusHours(9), now.minusHours(8), now.minusHours(1)));
        Map<String, Object> trip = new HashMap<>(parties.load("1000"));
        trip.keySet().retainAll(List.of("equipment"));
        trip.put("capacity", Map.of("weightKilograms", 18_000));
        trip.put("stops", List.of(at(0, then), at(1, now.plusHours(9))));
        refused("/stops/0/at", "/trips", trip);
    }

    @Test
    void aLoadLeavesTheMarketWithItsDeliveryNotWithAPickupThatWaitsLonger() {
        JsonNode load = parties.shipper()
                .post("/loads", load(now.minusHours(1), now.plusHours(20), now, now.plusHours(2)))
                .expect(201)
                .body();
        assertEquals(
                Instant.parse(load.at("/stops/1/window/end").asText()),
                Instant.parse(load.at("/expiresAt").asText()));
    }

    @Test
    void nothingHappensBeforeTheAgreementNorBeforeTheDispatch() {
        parties.topUp("1000");
        String load = parties.postLoad("1000");
        Sql.number("UPDATE loads.load SET late_entry = false WHERE id = '" + load + "' RETURNING 1");
        JsonNode booking =
                parties.accept(parties.offer(load)).expect(200).body().get("booking");
        parties.assign(booking.get("tripId").asText());
        told(booking, "dispatch", Instant.now().minus(30, ChronoUnit.MINUTES), 422);
        parties.carrier().post(path(booking, "dispatch"), Map.of()).expect(200);
        told(booking, "arrive", Instant.parse(booking.get("createdAt").asText()), 422);
        parties.cancel(booking);
    }

    @Test
    void ofALateEntryFactsLieBetweenItsFirstWindowAndNow() {
        parties.topUp("1000");
        JsonNode booking = parties.book("1000");
        parties.assign(booking.get("tripId").asText());
        Instant dispatched = Instant.now().minus(30, ChronoUnit.MINUTES);
        told(booking, "dispatch", dispatched.minus(2, ChronoUnit.HOURS), 422);
        told(booking, "dispatch", dispatched, 200);
        told(booking, "arrive", dispatched.minus(1, ChronoUnit.MINUTES), 422);
        told(booking, "arrive", dispatched.plus(1, ChronoUnit.MINUTES), 200);
        parties.cancel(booking);
    }

    private void told(JsonNode booking, String verb, Instant at, int status) {
        Map<String, Object> fact = verb.equals("dispatch")
                ? Map.of("occurredAt", at.toString())
                : Map.of("occurredAt", at.toString(), "reason", "by hand");
        Answer answer = parties.carrier().post(path(booking, verb), fact).expect(status);
        if (status == 422) {
            assertEquals("/occurredAt", answer.at("/errors/0/pointer"));
        }
    }

    private void refused(String pointer, String path, Map<String, Object> body) {
        Api who = path.equals("/loads") ? parties.shipper() : parties.carrier();
        assertEquals(pointer, who.post(path, body).expect(422).at("/errors/0/pointer"));
    }

    /** A load whose pickup and delivery have these windows, in the local time of both. */
    private Map<String, Object> load(LocalDateTime... windows) {
        Map<String, Object> load = new HashMap<>(parties.load("1000"));
        List<Map<String, Object>> stops = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> stop = new HashMap<>(stop(i));
            stop.put("windowStart", windows[2 * i].toString());
            stop.put("windowEnd", windows[2 * i + 1].toString());
            stops.add(stop);
        }
        load.put("stops", stops);
        return load;
    }

    private Map<String, Object> at(int stop, LocalDateTime time) {
        return Map.of("placeId", stop(stop).get("placeId"), "at", time.toString());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> stop(int sequence) {
        return ((List<Map<String, Object>>) parties.load("1000").get("stops")).get(sequence);
    }

    private static String path(JsonNode booking, String verb) {
        return "/bookings/" + booking.get("id").asText() + "/" + verb;
    }
}
