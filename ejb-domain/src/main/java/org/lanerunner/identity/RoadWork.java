package org.lanerunner.identity;

import java.util.Set;
import java.util.UUID;

/** Says who still has something to bring for an organisation: what is agreed is carried out, also while the organisation is suspended. */
public interface RoadWork {

    /** The persons who drive bookings of it that are not delivered. */
    Set<UUID> peopleOf(UUID organisationId);
}
