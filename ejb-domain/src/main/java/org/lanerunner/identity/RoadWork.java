package org.lanerunner.identity;

import java.util.Set;
import java.util.UUID;

/** Tells who still has something to deliver for an organisation. What is agreed is carried out even while the organisation is suspended. */
public interface RoadWork {

    /** The persons who drive bookings of the organisation that are not delivered. */
    Set<UUID> peopleOf(UUID organisationId);
}
