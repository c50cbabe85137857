package org.lanerunner.identity;

import java.util.UUID;

/** What identity asks of the fleet: the organisation to which a driver record belongs. */
public interface DriverRecords {

    boolean belongsTo(UUID organisationId, UUID driverId);
}
