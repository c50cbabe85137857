package org.lanerunner.bookings;

import java.time.Duration;
import java.time.Instant;

/**
 * The latest fact of a road, which a person told and may take back while it is fresh.
 *
 * @param stop null for a dispatch
 * @param receivedAt when the server heard of it
 */
record Fresh(Undoable what, Integer stop, Instant receivedAt) {

    boolean at(Instant now, Duration within) {
        return now.isBefore(receivedAt.plus(within));
    }

    BookingView.Undo view(Instant now, Duration within) {
        return new BookingView.Undo(
                what, stop, (int) Duration.between(now, receivedAt.plus(within)).toSeconds());
    }
}
