package org.lanerunner.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lanerunner.identity.MemberJoined;

/** Links a person who joined to the driver record that the invitation named. */
@ApplicationScoped
class DriverLinks {

    @Inject
    private Fleet fleet;

    DriverLinks() {}

    void joined(@Observes MemberJoined member) {
        if (member.driverId() != null) {
            fleet.linkDriver(member.organisationId(), member.driverId(), member.personId());
        }
    }
}
