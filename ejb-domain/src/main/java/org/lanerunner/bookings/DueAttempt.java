package org.lanerunner.bookings;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is due by itself and has failed so far, as the administrator sees it.
 *
 * @param kind what is to be done, such as booking-release
 * @param id of the offer, load or booking
 * @param error slug of the last refusal; server/defect for what only the log tells more about
 */
public record DueAttempt(String kind, UUID id, int attempts, String error, Instant triedAt, Instant nextTryAt) {}
