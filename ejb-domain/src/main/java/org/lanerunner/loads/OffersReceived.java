package org.lanerunner.loads;

import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/**
 * Tells which loads have an open offer that waits for the caller's answer, since a load without one is shown as a task. The feature that keeps offers
 * implements it.
 */
public interface OffersReceived {

    /** The loads with such an offer; none for a caller who may not see offers. */
    Set<UUID> loads(Caller caller);
}
