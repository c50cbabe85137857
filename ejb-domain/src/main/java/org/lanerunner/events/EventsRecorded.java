package org.lanerunner.events;

import java.util.List;

/**
 * Told once in each transaction that publishes events. Observe it {@code AFTER_SUCCESS}, when the list is complete and the events are committed, and never
 * block in doing so.
 */
public record EventsRecorded(List<DomainEvent> events) {}
