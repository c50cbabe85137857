package org.lanerunner.loads;

import java.time.Instant;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Circle;
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
}
