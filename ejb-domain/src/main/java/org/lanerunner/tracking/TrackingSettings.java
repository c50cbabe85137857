package org.lanerunner.tracking;

import org.lanerunner.shared.Setting;

/** The live channel, and what is kept of positions. */
public final class TrackingSettings {

    public static final Setting LIVE_WAITING =
            new Setting("lanerunner.live.waiting", "500", "Most WebSockets at once that have shown no ticket yet.");

    public static final Setting LIVE_WAITING_OF_ADDRESS = new Setting(
            "lanerunner.live.waiting.of.address",
            "100",
            "The same from one network address; behind a proxy all have the proxy's.");

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
