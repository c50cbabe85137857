package org.lanerunner.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** One line of a timeline. {@code occurredAt} is when it happened, {@code recordedAt} when it was told; {@code actorId} is absent when the system did it. */
public record EventView(
        UUID id,
        String type,
        UUID aggregateId,
        long sequence,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable UUID actorId,
        @Nullable UUID organisationId,
        JsonNode data) {

    /** For other features: the event without the data that this reader is not told. */
    public EventView without(Set<String> names) {
        ObjectNode rest = data.deepCopy();
        rest.remove(names);
        return new EventView(id, type, aggregateId, sequence, occurredAt, recordedAt, actorId, organisationId, rest);
    }
}
