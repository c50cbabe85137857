package org.lanerunner.launcher.demo;

import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.Main;
import org.lanerunner.launcher.Options;
import org.lanerunner.launcher.ServerHandle;
import org.lanerunner.shared.Setting;

/** The command {@code demo}: starts the server with test money allowed, then carries the load. */
public final class Demo {
    private Demo() {}

    /** The exit status: 0 only if every step did what it should. */
    public static int run(Options options, Build build, DataFolder data, Console console) {
        data.create();
        EffectiveSettings.keep(data, Setting.TEST_MONEY, "true");
        LaneRunner laneRunner = new LaneRunner(build, data, Main.settings(options, data), console);
        ServerHandle server = laneRunner.start();
        console.say("The portal: " + server.address());
        if (options.has("exit")) {
            laneRunner.stop();
        }
        return 0;
    }
}
