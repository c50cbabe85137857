package org.lanerunner.tracking;

import java.util.List;
import org.lanerunner.bookings.TrackedBooking;

/**
 * What later features do with a batch that is kept. It is called in the transaction that keeps the batch, while the trip's track is locked. So what follows
 * from the positions is there exactly when they are: a crash loses both or neither.
 */
public interface PositionsCommitted {

    /**
     * @param bookings the dispatched bookings of the trip
     * @param positions the new ones of the batch, in time order, never empty
     */
    void committed(List<TrackedBooking> bookings, List<Position> positions);
}
