package org.lanerunner.loads;

import jakarta.annotation.Nullable;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Site;

/**
 * What a list of other things shows of a leg: its number in the load and, as the market knows them, its ends, its times and what moves.
 *
 * @param sequence from zero
 * @param count how many legs the load has
 * @param pickup the leg's first window; delivery is its last one
 * @param distanceMeters along its stops by the road estimate of {@code Geography}; to whole kilometres except to the load's owner
 * @param fixedPrice whether every offer on it is at the price that the load names, so that nobody can counter
 */
public record LegSummary(
        int sequence,
        int count,
        Site origin,
        Site destination,
        StopView.Window pickup,
        StopView.Window delivery,
        Equipment equipment,
        CargoMode mode,
        Capacity cargo,
        @Nullable String commodity,
        long distanceMeters,
        boolean fixedPrice) {

    /** The leg as a broker buys its carriage for an own booking: at another price than the load's. */
    public LegSummary boughtForABooking() {
        return new LegSummary(
                sequence,
                count,
                origin,
                destination,
                pickup,
                delivery,
                equipment,
                mode,
                cargo,
                commodity,
                distanceMeters,
                false);
    }
}
