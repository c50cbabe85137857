package org.lanerunner.bookings;

import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.NeedsNoPermission;

/**
 * A kind of work that falls due by itself, which a later feature brings to the timer. The database says what is due, and each item has a transaction of its own
 * that looks again whether it is still due.
 */
@NeedsNoPermission(because = "the system does it by itself when its time has come")
public interface DueWork {

    /** The name of this kind, such as {@code contest-answer}. */
    String kind();

    /** The items that come after the given one, the longest due first. */
    List<DueItem> due(DueItem after, int limit);

    void act(UUID id);
}
