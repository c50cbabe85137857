package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The market as it changes: told to those who look at it, as their own query would show it, by ids alone. */
@SystemTest
class MarketLiveIT {

    private static final String CHICAGO = "city:4887398";

    private static String milwaukee;

    private final Person shipper = People.shipper();
    private final Person carrier = People.carrier();

    @BeforeAll
    static void places() {
        milwaukee = Rest.get("/api/places?q=Milwaukee", People.shipper())
                .expect(200)
                .body()
                .at("/items/0/id")
                .asText();
    }

    @Test
    void listsHearOfOthersLoadsThatComeAreChangedAndGo() throws Exception {
        try (Channel any = following("of", "loads");
                Channel reefers = following("of", "loads", "equipment", "REEFER")) {
            UUID draft = posted(load("TANKER", true));
            UUID id = posted(load("REEFER", false));
            assertEquals(news("loads", null, "shown", id), about(any, draft, id));
            assertEquals(news("loads", "REEFER", "shown", id), about(reefers, draft, id));
            Rest.call("PUT", "/api/loads/" + id, load("TANKER", false), shipper.accessToken())
                    .expect(200);
            assertEquals(news("loads", null, "shown", id), about(any, draft, id));
            assertEquals(news("loads", "REEFER", "gone", id), about(reefers, draft, id));
            cancel(draft);
            cancel(id);
            assertEquals(news("loads", null, "gone", id), about(any, draft, id));
        }
    }

    @Test
    void aLoadThatIsCoveredHasGoneAndTheOwnOnesAreNoNews() throws Exception {
        Rest.post("/api/wallet/top-ups", object("amount", AccessWorld.money("1000.00")), shipper)
                .expect(201);
        try (Channel other = following(People.carrier(), "of", "loads");
                Channel owner = following(shipper, "of", "loads")) {
            UUID id = posted(load("REEFER", false));
            about(other, id);
            UUID offer = Rest.post("/api/offers", object("loadId", id), carrier)
                    .expect(201)
                    .id();
            Rest.post("/api/offers/" + offer + "/accept", null, shipper).expect(200);
            assertEquals(news("loads", null, "gone", id), about(other, id));
            UUID others = Rest.post("/api/loads", load("REEFER", false), People.shipper())
                    .expect(201)
                    .id();
            assertEquals(news("loads", null, "shown", others), about(owner, id, others));
        }
    }

    @Test
    void tripsAreToldAndNoneThatWasMadeForABooking() throws Exception {
        Haul haul = new Haul();
        try (Channel channel = following(shipper, "of", "trips", "equipment", "DRY_VAN")) {
            UUID id = trip(carrier);
            assertEquals(news("trips", "DRY_VAN", "shown", id), about(channel, id, haul.tripId));
            haul.dispatched();
            Rest.post("/api/trips/" + id + "/cancel", object("reason", "Sold"), carrier)
                    .expect(200);
            assertEquals(news("trips", "DRY_VAN", "gone", id), about(channel, id, haul.tripId));
        }
    }

    @Test
    void aTripAndALoadHearOfWhatFitsThem() throws Exception {
        UUID trip = trip(carrier);
        UUID load = posted(load("DRY_VAN", false));
        try (Channel ofTrip = subscribed(carrier, object("subscribe", "matches", "trip", trip));
                Channel ofLoad = subscribed(shipper, object("subscribe", "matches", "load", load))) {
            UUID other = posted(load("REEFER", false));
            UUID fits = posted(load("DRY_VAN", false));
            assertEquals(
                    object("type", "matches", "trip", trip.toString(), "shown", List.of(fits.toString())),
                    about(ofTrip, fits, other));
            UUID carrying = trip(People.carrier());
            assertEquals(
                    object("type", "matches", "load", load.toString(), "shown", List.of(carrying.toString())),
                    about(ofLoad, carrying));
            cancel(fits);
            assertEquals(
                    object("type", "matches", "trip", trip.toString(), "gone", List.of(fits.toString())),
                    about(ofTrip, fits, other));
        }
    }

    @Test
    void whoLeavesTheListHearsNoMoreOfIt() throws Exception {
        try (Channel channel = following("of", "loads")) {
            channel.say(object("subscribe", "market", "of", "loads", "equipment", "REEFER"));
            channel.await("subscribed");
            channel.say(object("unsubscribe", "market", "of", "loads"));
            channel.await("unsubscribed");
            UUID id = posted(load("REEFER", false));
            assertEquals(news("loads", "REEFER", "shown", id), about(channel, id));
        }
    }

    @Test
    void whatIsNoListIsRefused() throws Exception {
        try (Channel channel = Channel.of(carrier)) {
            for (Map<String, Object> wrong : List.of(
                    object("subscribe", "market"),
                    object("subscribe", "market", "of", "everything"),
                    object("subscribe", "market", "of", "loads", "equipment", "CAMEL"),
                    object("subscribe", "matches"),
                    object("subscribe", "matches", "trip", "x"),
                    object("subscribe", "matches", "trip", UUID.randomUUID()))) {
                channel.say(wrong);
                assertEquals(4, channel.await("refused").at("/problem/status").asInt() / 100, wrong.toString());
            }
        }
    }

    private Channel following(Object... filter) throws Exception {
        return following(carrier, filter);
    }

    private static Channel following(Person person, Object... filter) throws Exception {
        Map<String, Object> wanted = object(filter);
        wanted.put("subscribe", "market");
        return subscribed(person, wanted);
    }

    private static Channel subscribed(Person person, Map<String, Object> wanted) throws Exception {
        Channel channel = Channel.of(person);
        channel.say(wanted);
        channel.await("subscribed");
        return channel;
    }

    /** The next that names one of them: others use the same market. */
    private static Map<String, Object> about(Channel channel, UUID... ids) throws Exception {
        List<String> named = Arrays.stream(ids).map(UUID::toString).toList();
        JsonNode message = channel.await(
                each -> List.of("market", "matches").contains(each.path("type").asText())
                        && named.stream().anyMatch(id -> each.toString().contains(id)));
        Map<String, Object> plain = plain(message);
        for (String kind : List.of("shown", "gone")) {
            if (plain.get(kind) instanceof List<?> all) {
                List<?> ours = all.stream().filter(named::contains).toList();
                plain.put(kind, ours);
                if (ours.isEmpty()) {
                    plain.remove(kind);
                }
            }
        }
        return plain;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(JsonNode message) {
        return Rest.JSON.convertValue(message, Map.class);
    }

    private static Map<String, Object> news(String of, String equipment, String what, UUID id) {
        Map<String, Object> news = object("type", "market", "of", of, what, List.of(id.toString()));
        if (equipment != null) {
            news.put("equipment", equipment);
        }
        return news;
    }

    private UUID posted(Map<String, Object> load) {
        return Rest.post("/api/loads", load, shipper).expect(201).id();
    }

    private void cancel(UUID load) {
        Rest.post("/api/loads/" + load + "/cancel", object("reason", "Sold"), shipper)
                .expect(200);
    }

    private static UUID trip(Person carrier) {
        return Rest.post(
                        "/api/trips",
                        object(
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                AccessWorld.capacity(),
                                "stops",
                                List.of(
                                        object("placeId", CHICAGO, "at", local(3)),
                                        object("placeId", milwaukee, "at", local(24)))),
                        carrier)
                .expect(201)
                .id();
    }

    private static Map<String, Object> load(String equipment, boolean draft) {
        return object(
                "equipment",
                equipment,
                "mode",
                "FULL",
                "cargo",
                object("weightKilograms", 18000),
                "price",
                AccessWorld.money("900.00"),
                "draft",
                draft,
                "stops",
                List.of(stop("PICKUP", CHICAGO), stop("DELIVERY", milwaukee)));
    }

    private static Map<String, Object> stop(String kind, String place) {
        return object("kind", kind, "placeId", place, "windowStart", local(1), "windowEnd", local(30));
    }

    private static String local(int hours) {
        return LocalDateTime.now(ZoneId.of("America/Chicago"))
                .plusHours(hours)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
