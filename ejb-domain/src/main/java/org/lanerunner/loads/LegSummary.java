package org.lanerunner.loads;

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
        String commodity,
        long distanceMeters) {}
