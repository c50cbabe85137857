package org.lanerunner.trips;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Site;

/**
 * What a list of something else shows of a trip, as the market knows it: from where to where, when, with what, and how much room is left.
 *
 * @param capacity the vehicle's whole room
 * @param room what is left on all of its way
 */
public record TripSummary(
        UUID id,
        String reference,
        TripStatus status,
        Site origin,
        Site destination,
        Instant startsAt,
        Instant endsAt,
        Equipment equipment,
        Capacity capacity,
        Capacity room) {}
