package org.lanerunner.trips;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Site;

/**
 * What a list of other things shows of a trip, as the market knows it: its way and times, its vehicle, and how much room is left.
 *
 * @param capacity the vehicle's whole room
 * @param room what is left on all of its way; null where the reader may not know it any more
 */
public record TripSummary(
        UUID id,
        String reference,
        Site origin,
        Site destination,
        Instant startsAt,
        Instant endsAt,
        Equipment equipment,
        Capacity capacity,
        @Nullable Capacity room) {

    public TripSummary withoutRoom() {
        return new TripSummary(id, reference, origin, destination, startsAt, endsAt, equipment, capacity, null);
    }
}
