package org.lanerunner.bookings;

import java.time.Instant;

/**
 * An arrival or departure that a person tells by hand.
 *
 * @param stop its sequence, from 0; the next one if left out
 * @param occurredAt when it happened; now if left out
 * @param reason why it is told by hand
 */
public record StopRequest(Integer stop, Instant occurredAt, String reason) {}
