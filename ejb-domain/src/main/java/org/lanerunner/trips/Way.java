package org.lanerunner.trips;

import java.util.List;
import org.lanerunner.places.Site;

/**
 * The part of a trip that a load goes along, from one of its stops to a later one.
 *
 * @param from the number of the stop where it begins, from 0, and so that of its first segment
 * @param to the number of the stop where it ends, and so that of the segment after its last one
 */
record Way(int from, int to) {

    /** The load gets on at the stop nearest to its first stop, and off at the later stop that is nearest to its last one. */
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
