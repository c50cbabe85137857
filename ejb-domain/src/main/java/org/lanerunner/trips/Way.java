package org.lanerunner.trips;

import java.util.List;
import org.lanerunner.places.Site;

/**
 * The part of a trip that a load goes along, from one of its stops to a later one.
 *
 * @param from the stop, counted from 0, and so the first segment
 * @param to the stop, and so the segment after the last
 */
record Way(int from, int to) {

    /** Gets on at the stop nearest to where the load is, and off at the one after it that is nearest to where it goes. */
    static Way nearest(List<TripStop> stops, CarriedLoad load) {
        int from = nearestStop(stops, load.from(), 0, stops.size() - 1);
        return new Way(from, nearestStop(stops, load.to(), from + 1, stops.size()));
    }

    boolean leadsOver(TripSegment segment) {
        return segment.sequence() >= from && segment.sequence() < to;
    }

    boolean meets(Way other) {
        return from < other.to && other.from < to;
    }

    private static int nearestStop(List<TripStop> stops, Site site, int first, int end) {
        int nearest = first;
        for (int stop = first; stop < end; stop++) {
            if (stops.get(stop).metersFrom(site) < stops.get(nearest).metersFrom(site)) {
                nearest = stop;
            }
        }
        return nearest;
    }
}
