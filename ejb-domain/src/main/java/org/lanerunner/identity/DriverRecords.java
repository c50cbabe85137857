package org.lanerunner.identity;

import java.util.UUID;

/** What identity asks of the fleet: whose a driver record is. */
public interface DriverRecords {

    boolean belongsTo(UUID organisationId, UUID driverId);
}
