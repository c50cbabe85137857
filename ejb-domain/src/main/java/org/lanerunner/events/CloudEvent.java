package org.lanerunner.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.shared.Caller;

/**
 * An event on the wire: CloudEvents JSON 1.0. Extensions: {@code actor} (the person or key that did it, absent when the system did), {@code organisation} (for
 * whom),
 * {@code readers} (ids of the organisations that may read it, parted by spaces), {@code correlationid}, and {@code sequence} (twelve digits that grow by one
 * with each event of the aggregate in its topic).
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
        Map<String, Object> data) {

    static CloudEvent of(Caller caller, DomainEvent event, Instant occurredAt, String correlationId) {
        EventType type = event.eventType();
        String readers = event.readers().isEmpty()
                ? null
                : event.readers().stream().map(UUID::toString).collect(Collectors.joining(" "));
        return new CloudEvent(
                "1.0",
                event.id(),
                "/lanerunner/" + type.family(),
                type.cloudEventsType(),
                event.aggregateId(),
                occurredAt.toString(),
                "application/json",
                caller.principal().actor().orElse(null),
                caller.organisationId(),
                readers,
                correlationId,
                null,
                event.data());
    }
}
