package org.lanerunner.trips;

import java.util.UUID;
import org.lanerunner.shared.Caller;

/** Whoever drives something now, as a person of the carrier's who has an account. */
public record DrivenBy(UUID organisationId, UUID personId) {

    /** Whether that is the caller, acting for this carrier. */
    public boolean is(Caller caller) {
        return personId.equals(caller.actorId()) && organisationId.equals(caller.organisationId());
    }
}
