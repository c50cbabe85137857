package org.lanerunner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/**
 * An event as a consumer reads it from a topic or from the log. Attributes and data that later versions add are passed over. A message that is no CloudEvent of
 * LaneRunner's is refused.
 *
 * @param type such as {@code booking.confirmed}, without product and version
 * @param actor the person or key that did it; null when the system did
 * @param organisation the organisation for which it was done
 */
public record ReceivedEvent(
        UUID id,
        String type,
        int version,
        UUID subject,
        long sequence,
        Instant time,
        UUID actor,
        UUID organisation,
        JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRODUCT = "lanerunner.";

    /** Reads a row of the log. */
    static ReceivedEvent of(ResultSet row) throws SQLException {
        try {
            return new ReceivedEvent(
                    Sql.id(row, "id"),
                    row.getString("type"),
                    row.getInt("version"),
                    Sql.id(row, "aggregate_id"),
                    row.getLong("sequence"),
                    Sql.instant(row, "occurred_at"),
                    Sql.id(row, "actor_id"),
                    Sql.id(row, "organisation_id"),
                    JSON.readTree(row.getString("data")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the log holds no JSON", impossible);
        }
    }

    public static ReceivedEvent of(String cloudEvent) {
        try {
            JsonNode event = JSON.readTree(cloudEvent);
            String type = event.required("type").asText();
            int end = type.lastIndexOf(".v");
            if (!type.startsWith(PRODUCT) || end < 0) {
                throw new IllegalArgumentException("no event of LaneRunner's: " + type);
            }
            return new ReceivedEvent(
                    UUID.fromString(event.required("id").asText()),
                    type.substring(PRODUCT.length(), end),
                    Integer.parseInt(type.substring(end + 2)),
                    UUID.fromString(event.required("subject").asText()),
                    Long.parseLong(event.required("sequence").asText()),
                    Instant.parse(event.required("time").asText()),
                    id(event.get("actor")),
                    id(event.get("organisation")),
                    event.required("data"));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("no CloudEvent", unreadable);
        }
    }

    private static UUID id(JsonNode named) {
        return named == null || named.isNull() ? null : UUID.fromString(named.asText());
    }
}
