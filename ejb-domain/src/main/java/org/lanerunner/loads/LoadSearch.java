package org.lanerunner.loads;

import java.time.Instant;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.shared.Refusal;

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
        MARKET;

        /** Reads "own" or "market". */
        public static Scope of(String text) {
            return switch (text) {
                case "own" -> OWN;
                case "market" -> MARKET;
                default -> throw Refusal.invalid("", "scope is own or market.");
            };
        }
    }

    /** A circle on the ground; degrees and meters. */
    public record Circle(double latitude, double longitude, double radiusMeters) {

        private static final double LARGEST_METERS = 5_000_000;

        /** Reads "latitude,longitude"; null for null. */
        public static Circle parse(String centre, double radiusMeters) {
            if (centre == null) {
                return null;
            }
            String[] degrees = centre.split(",");
            try {
                Circle circle =
                        new Circle(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]), radiusMeters);
                if (Math.abs(circle.latitude) <= 90
                        && Math.abs(circle.longitude) <= 180
                        && radiusMeters > 0
                        && radiusMeters <= LARGEST_METERS) {
                    return circle;
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
                throw Refusal.invalid("", "near is written as latitude,longitude in degrees.");
            }
            throw Refusal.invalid("", "near or radiusMeters is out of range.");
        }
    }
}
