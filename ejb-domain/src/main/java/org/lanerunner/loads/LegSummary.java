package org.lanerunner.loads;

import jakarta.annotation.Nullable;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Site;

/**
 * What a list of something else shows of a leg: which of its load's legs it is, and as the market knows it from where to where, when, and what moves.
 *
 * @param sequence from zero
 * @param count how many legs the load has
 * @param pickup the first window, as delivery is the last
 * @param distanceMeters along its stops by the road estimate of {@code Geography}; to whole kilometres but to the load's owner
 * @param fixedPrice whether whatever is offered on it is the price that the load names, so that there is nothing to counter
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

    /** As a broker buys it for a booking of its own: at another price than the load's. */
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
