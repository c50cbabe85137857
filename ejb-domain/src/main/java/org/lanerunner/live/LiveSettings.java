package org.lanerunner.live;

import org.lanerunner.shared.Setting;

/** Settings for the live channel. */
public final class LiveSettings {

    public static final Setting WAITING =
            new Setting("lanerunner.live.waiting", "500", "Most WebSockets at once that have shown no ticket yet.");

    public static final Setting WAITING_OF_ADDRESS = new Setting(
            "lanerunner.live.waiting.of.address",
            "100",
            "The same from one network address; behind a proxy all have the proxy's.");

    private LiveSettings() {}
}
