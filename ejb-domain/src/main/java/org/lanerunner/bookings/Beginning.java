package org.lanerunner.bookings;

import java.time.Instant;

/**
 * The instant from which what happens belongs to a booking: when it was made, or when the first window opened if the load was entered late.
 *
 * @param lateEntry the load was written down when its first window had begun
 */
record Beginning(Instant agreedAt, boolean lateEntry, Instant firstWindowStart) {

    Instant at() {
        return lateEntry && firstWindowStart.isBefore(agreedAt) ? firstWindowStart : agreedAt;
    }

    /**
     * The instant from which what the vehicle does belongs to the booking, whatever time the dispatch states. Where the vehicle was before there was an
     * agreement is nobody else's business, and tells nothing of the booking's stops. All of a late entry lies before its agreement, so there the first window
     * counts.
     *
     * @param dispatchedAt null before the dispatch, and so is the answer
     */
    Instant underWayFrom(Instant dispatchedAt) {
        return dispatchedAt != null && dispatchedAt.isBefore(at()) ? at() : dispatchedAt;
    }
}
