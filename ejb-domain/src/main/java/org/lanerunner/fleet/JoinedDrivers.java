package org.lanerunner.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lanerunner.identity.MemberJoined;

/** A person who was invited to drive gets the driver record that the invitation named, in the same transaction. */
@ApplicationScoped
class JoinedDrivers {

    @Inject
    private Fleet fleet;

    void link(@Observes MemberJoined joined) {
        if (joined.driverId() != null) {
            fleet.linkDriver(joined.organisationId(), joined.driverId(), joined.personId());
        }
    }
}
