package org.lanerunner.loads;

import java.time.Instant;
import org.lanerunner.fleet.Equipment;

/**
 * What to look for among loads.
 *
 * @param scope own organisation's loads, or the open ones of others
 * @param near centre of a circle around the first pickup, or null
 * @param from earliest end, to latest start of the first window
 */
public record LoadSearch(Scope scope, LoadStatus status, Equipment equipment, Circle near, Instant from, Instant to) {

    /** Whose loads. */
    public enum Scope {
        OWN,
        MARKET
    }

    /** A circle on the ground; degrees and meters. */
    public record Circle(double latitude, double longitude, double radiusMeters) {}
}
