package org.lanerunner.live.websocket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.matching.MarketNews;
import org.lanerunner.shared.Refusal;
import org.lanerunner.tracking.Position;

/** The messages of the live channel, as docs/api/live.md describes them. */
final class LiveJson {

    private static final int MAXIMUM_DEPTH = 4;

    /** The fields that a peer's message may have. */
    private static final List<String> SAID =
            List.of("subscribe", "unsubscribe", "id", "of", "equipment", "trip", "load");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** For events of our own outbox, which are nested more deeply. */
    private static final ObjectMapper EVENTS = new ObjectMapper();

    private LiveJson() {}

    /** Reads a peer's message. */
    static ObjectNode read(String message) {
        try {
            if (JSON.readTree(message) instanceof ObjectNode object) {
                return object;
            }
            throw malformed();
        } catch (JsonProcessingException unreadable) {
            throw malformed();
        }
    }

    /** The text of a field, or null where the field is absent or no text. */
    static String text(ObjectNode message, String field) {
        JsonNode value = message.get(field);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    static ObjectNode event(String cloudEvent) {
        try {
            return (ObjectNode) EVENTS.readTree(cloudEvent);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("no CloudEvent", impossible);
        }
    }

    static String ready() {
        return JSON.createObjectNode().put("type", "ready").toString();
    }

    /** Says that feature flags have changed. The page asks the API which are on for its person. */
    static String flags() {
        return JSON.createObjectNode().put("type", "flags").toString();
    }

    /** Says that the person's notices have changed. The page asks the API for them. */
    static String notices() {
        return JSON.createObjectNode().put("type", "notices").toString();
    }

    /** Says that a driver's trips have changed: somebody else gave them one or took one over. */
    static String assignments() {
        return JSON.createObjectNode().put("type", "assignments").toString();
    }

    /** @param told null where too much has changed to name it */
    static String market(MarketInterest interest, MarketNews.Told told) {
        ObjectNode message = JSON.createObjectNode();
        if (interest.matchesOf() != null) {
            message.put("type", "matches")
                    .put(
                            interest.trip() == null ? "load" : "trip",
                            interest.matchesOf().toString());
        } else {
            message.put("type", "market").put("of", interest.side().word());
            if (interest.equipment() != null) {
                message.put("equipment", interest.equipment().name());
            }
        }
        if (told == null) {
            message.put("many", true);
        } else {
            told.shown().forEach(id -> message.withArrayProperty("shown").add(id.toString()));
            told.gone().forEach(id -> message.withArrayProperty("gone").add(id.toString()));
        }
        return message.toString();
    }

    /** The answer repeats the message's own fields, so that a page knows to which message it belongs. */
    static String answer(String type, ObjectNode message) {
        return echo(type, message).toString();
    }

    static String refused(ObjectNode message, Refusal refusal) {
        ObjectNode answer = echo("refused", message);
        answer.putObject("problem")
                .put("type", refusal.slug())
                .put("status", refusal.kind().status())
                .put("detail", refusal.getMessage());
        return answer.toString();
    }

    private static ObjectNode echo(String type, ObjectNode message) {
        ObjectNode answer = JSON.createObjectNode().put("type", type);
        for (String field : SAID) {
            String value = message == null ? null : text(message, field);
            if (value != null) {
                answer.put(field, value);
            }
        }
        return answer;
    }

    /**
     * The CloudEvent without its list of readers: a party is told what happened, but not who else may know. @param withheld fields of its data that are left
     * out
     */
    static String pushed(ObjectNode event, Set<String> withheld) {
        ObjectNode shown = event.deepCopy();
        shown.remove("readers");
        if (shown.get("data") instanceof ObjectNode data) {
            data.remove(withheld);
        }
        ObjectNode message = JSON.createObjectNode().put("type", "event");
        message.set("event", shown);
        return message.toString();
    }

    /** @param tripId null where the reader may not know the trip */
    static String position(UUID bookingId, UUID tripId, Position position) {
        ObjectNode message = JSON.createObjectNode().put("type", "position").put("bookingId", bookingId.toString());
        if (tripId != null) {
            message.put("tripId", tripId.toString());
        }
        return message.put("at", position.at().toString())
                .put("latitude", position.latitude())
                .put("longitude", position.longitude())
                .put("accuracyMeters", position.accuracyMeters())
                .put("speedMetersPerSecond", position.speedMetersPerSecond())
                .put("headingDegrees", position.headingDegrees())
                .toString();
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, "request/malformed", "A message is one JSON object.");
    }
}
