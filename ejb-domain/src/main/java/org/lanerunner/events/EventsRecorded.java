package org.lanerunner.events;

import java.util.List;

/** Told within the transaction that records events; observe it {@code AFTER_SUCCESS} to act on what is really there, and never block in doing so. */
public record EventsRecorded(List<DomainEvent> events) {}
