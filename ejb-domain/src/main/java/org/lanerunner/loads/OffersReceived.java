package org.lanerunner.loads;

import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/** Which loads have an open offer that waits for the caller's answer, for whom loads without one are told; implemented by who keeps offers. */
public interface OffersReceived {

    /** None for who may not see offers. */
    Set<UUID> loads(Caller caller);
}
