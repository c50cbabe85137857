package org.lanerunner.tracking;

import org.lanerunner.shared.Setting;

/** Settings for the positions that are kept. */
public final class TrackingSettings {

    public static final Setting POSITIONS_PER_TRIP = new Setting(
            "lanerunner.positions.per.trip",
            "200000",
            "Most positions kept of one trip; those that come late have the whole way looked at anew.");

    public static final Setting KEEP_POSITIONS_MONTHS = new Setting(
            "lanerunner.keep.positions.months",
            "13",
            "How many months the positions of a trip are kept after its last one.");

    private TrackingSettings() {}
}
