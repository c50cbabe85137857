package org.lanerunner.bookings;

import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.NeedsNoPermission;

/**
 * A kind of what falls due by itself, as a later feature brings it to the timer: it stands in the database, and each item has a transaction of its own that looks again
 * whether it is still due.
 */
@NeedsNoPermission(because = "the system does it by itself when its time has come")
public interface DueWork {

    /** Such as {@code contest-answer}. */
    String kind();

    /** Those that come after the given one, the longest due first. */
    List<DueItem> due(DueItem after, int limit);

    void act(UUID id);
}
