package org.lanerunner.bookings;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that falls due by itself and has failed so far, as the administrator sees it.
 *
 * @param kind what is to be done, such as booking-release
 * @param id the offer's, load's or booking's
 * @param error the slug of the last refusal; server/defect for an error about which only the log tells more
 */
public record DueAttempt(String kind, UUID id, int attempts, String error, Instant triedAt, Instant nextTryAt) {}
