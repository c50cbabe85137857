package org.lanerunner.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.identity.DriverRecords;

/** Tells identity to which organisation a driver record belongs that an invitation names. */
@ApplicationScoped
class OwnDrivers implements DriverRecords {

    @Inject
    private Fleet fleet;

    OwnDrivers() {}

    @Override
    public boolean belongsTo(UUID organisationId, UUID driverId) {
        return fleet.driverIn(organisationId, driverId).isPresent();
    }
}
