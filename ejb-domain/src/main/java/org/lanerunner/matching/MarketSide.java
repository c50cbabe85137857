package org.lanerunner.matching;

import org.lanerunner.shared.Refusal;

/** The two sides of the market. */
public enum MarketSide {
    LOADS,
    TRIPS;

    /** Reads "loads" or "trips". */
    public static MarketSide of(String text) {
        return switch (String.valueOf(text)) {
            case "loads" -> LOADS;
            case "trips" -> TRIPS;
            default -> throw Refusal.invalid("/of", "of is loads or trips.");
        };
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
