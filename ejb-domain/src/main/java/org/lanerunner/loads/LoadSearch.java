package org.lanerunner.loads;

import java.time.Instant;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Circle;
import org.lanerunner.shared.Refusal;

/**
 * A search among loads.
 *
 * @param scope the own organisation's loads, or the open ones of others
 * @param near a circle around the first pickup, or null
 * @param from a leg must still be open for delivery after this time; and to: its first window must start before that time
 */
public record LoadSearch(Scope scope, LoadStatus status, Equipment equipment, Circle near, Instant from, Instant to) {

    /** The loads to search among. */
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
}
