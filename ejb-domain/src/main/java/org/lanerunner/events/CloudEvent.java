package org.lanerunner.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;

/**
 * An event on the wire: CloudEvents JSON 1.0. It has these extensions: {@code actor} (the person or key that did it, absent when the system did),
 * {@code organisation} (for which it was done), {@code readers} (ids of the organisations that may read it, separated by spaces), {@code correlationid}, and
 * {@code sequence} (twelve digits that grow by one with each event of the aggregate in its topic).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time"})
record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        UUID subject,
        String time,
        String datacontenttype,
        UUID actor,
        UUID organisation,
        String readers,
        String correlationid,
        String sequence,
        Object data) {

    private static final String SPECIFICATION = "1.0";
    private static final String SOURCE = "/lanerunner/";
    private static final String JSON = "application/json";

    /** Made of an event of the present transaction, whose sequence is not known yet. */
    static CloudEvent of(Caller caller, DomainEvent event, Instant occurredAt, String correlationId) {
        EventType type = event.eventType();
        return new CloudEvent(
                SPECIFICATION,
                event.id(),
                SOURCE + type.family(),
                type.cloudEventsType(),
                event.aggregateId(),
                occurredAt.toString(),
                JSON,
                caller.principal().actor().orElse(null),
                caller.organisationId(),
                list(event.readers()),
                correlationId,
                null,
                event.data());
    }

    /** Made of a row of the log. */
    static CloudEvent of(ResultSet logged) throws SQLException {
        UUID[] readers = (UUID[]) logged.getArray("readers").getArray();
        return new CloudEvent(
                SPECIFICATION,
                Sql.id(logged, "event_id"),
                SOURCE + logged.getString("family"),
                EventType.cloudEventsType(logged.getString("type"), logged.getInt("version")),
                Sql.id(logged, "aggregate_id"),
                Sql.instant(logged, "occurred_at").toString(),
                JSON,
                Sql.id(logged, "actor_id"),
                Sql.id(logged, "organisation_id"),
                list(Arrays.asList(readers)),
                logged.getString("correlation_id"),
                String.format(Locale.ROOT, "%012d", logged.getLong("sequence")),
                new RawValue(logged.getString("data")));
    }

    /** The ids as one text; null where there are none. */
    private static String list(Collection<UUID> readers) {
        return readers.isEmpty() ? null : readers.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }
}
