package org.lanerunner.trips;

import java.util.UUID;
import org.lanerunner.shared.Caller;

/** The present driver of something, as a person with an account who belongs to the carrier. */
public record DrivenBy(UUID organisationId, UUID personId) {

    /** True if the caller is this driver, and acts for this carrier. */
    public boolean is(Caller caller) {
        return personId.equals(caller.actorId()) && organisationId.equals(caller.organisationId());
    }
}
