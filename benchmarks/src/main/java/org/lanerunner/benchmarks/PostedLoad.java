package org.lanerunner.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.demo.ApiClient;
import org.lanerunner.launcher.demo.Person;

/** A load that somebody posted, and what posts another like it. */
record PostedLoad(Person shipper, String body, String id) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static PostedLoad by(Person shipper) {
        try {
            String body = body(shipper.api());
            JsonNode posted = shipper.api().post("/api/loads", JSON.readTree(body));
            return new PostedLoad(shipper, body, posted.path("id").asText());
        } catch (JsonProcessingException broken) {
            throw new LaunchFailure("A load could not be written.", broken);
        }
    }

    private static String body(ApiClient api) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of(
                "equipment",
                "DRY_VAN",
                "mode",
                "FULL",
                "commodity",
                "Canned fruit",
                "cargo",
                Map.of("weightKilograms", 18_000, "pieces", 26),
                "stops",
                List.of(stop("PICKUP", place(api, "Chicago"), 1), stop("DELIVERY", place(api, "Milwaukee"), 2)),
                "price",
                Map.of("amount", "850.00", "currency", "USD")));
    }

    private static String place(ApiClient api, String name) {
        return api.get("/api/places?q=" + name).path("items").path(0).path("id").asText();
    }

    private static Map<String, Object> stop(String kind, String placeId, int inDays) {
        LocalDateTime start = LocalDateTime.now().plusDays(inDays).withNano(0);
        return Map.of(
                "kind",
                kind,
                "placeId",
                placeId,
                "windowStart",
                start.toString(),
                "windowEnd",
                start.plusHours(4).toString());
    }
}
