package org.lanerunner.live.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An event as its topic delivered it.
 *
 * @param type such as {@code booking.arrived}, without product and version
 * @param readers the organisations that may read it
 * @param whole the whole event as it came
 */
record LiveEvent(String type, UUID subject, Set<UUID> readers, ObjectNode whole) {

    private static final String ASSIGNED = "trip.assigned";

    static LiveEvent of(String cloudEvent) {
        ObjectNode whole = LiveJson.event(cloudEvent);
        String[] words = whole.path("type").asText().split("\\.");
        return new LiveEvent(
                words.length > 2 ? words[1] + "." + words[2] : "",
                UUID.fromString(whole.path("subject").asText()),
                Arrays.stream(whole.path("readers").asText().split(" "))
                        .filter(reader -> !reader.isEmpty())
                        .map(UUID::fromString)
                        .collect(Collectors.toUnmodifiableSet()),
                whole);
    }

    /** The first word of the type: {@code booking} of {@code booking.arrived}. */
    String kind() {
        return type.substring(0, Math.max(0, type.indexOf('.')));
    }

    JsonNode data() {
        return whole.path("data");
    }

    /** @param pointer to a field that may be missing */
    Optional<UUID> id(String pointer) {
        JsonNode named = data().at(pointer);
        return named.isTextual() ? Optional.of(UUID.fromString(named.textValue())) : Optional.empty();
    }

    /** The booking that the event is about, or null. */
    UUID bookingId() {
        return id("/bookingId").orElse(kind().equals("booking") ? subject : null);
    }

    /** The trip that the event is about, or null. */
    UUID tripId() {
        return kind().equals("trip") ? subject : null;
    }

    /** The driver record of the person who drove the trip before this event named another driver. */
    Optional<UUID> relievedDriver() {
        return type.equals(ASSIGNED)
                ? id("/before/driverId").filter(before -> !id("/driverId").equals(Optional.of(before)))
                : Optional.empty();
    }
}
