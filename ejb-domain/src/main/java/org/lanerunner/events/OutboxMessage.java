package org.lanerunner.events;

import java.util.UUID;

/** An event on its way to a topic. The payload is CloudEvents JSON; the sequence counts the aggregate's events in that topic. */
public record OutboxMessage(
        int bucket, long id, String topic, UUID eventId, UUID aggregateId, long sequence, String payload) {}
