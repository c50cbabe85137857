package org.lanerunner.bookings;

import java.time.Instant;

/**
 * From when what happens belongs to a booking: its making, or of a load entered late the opening of the first window.
 *
 * @param lateEntry the load was written down when its first window had begun
 */
record Beginning(Instant agreedAt, boolean lateEntry, Instant firstWindowStart) {

    Instant at() {
        return lateEntry && firstWindowStart.isBefore(agreedAt) ? firstWindowStart : agreedAt;
    }

    /**
     * From when what the vehicle does belongs to it, whatever time the dispatch states: where it was before there was an agreement is nobody else's business, and
     * tells nothing of its stops. A late entry is all before.
     *
     * @param dispatchedAt null before the dispatch, and so is the answer
     */
    Instant underWayFrom(Instant dispatchedAt) {
        return dispatchedAt != null && dispatchedAt.isBefore(at()) ? at() : dispatchedAt;
    }
}
