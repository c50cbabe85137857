package org.lanerunner.benchmarks;

import java.util.Map;
import java.util.function.Consumer;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.ServerHandle;
import org.lanerunner.launcher.demo.People;

/** What knowing who calls costs, and what it tells and withstands: the time of sign-ins, normal calls beside a flood of wrong ones, and calls beside the same without it. */
final class IdentityBenchmark implements Benchmark {

    @Override
    public String what() {
        return "time of sign-ins of known and unknown accounts; reading during 500 wrong sign-ins a second; calls beside the same without authentication, rates and audit";
    }

    @Override
    public void run(Build build, int port, Console console, Consumer<Figure> told) {
        DataFolder data = DataFolder.at(build.home().resolve("benchmarks/target/identity"));
        Map<String, String> settings = OutOfReach.and(Map.of(
                "LANERUNNER_TEST_MONEY",
                "true",
                "LANERUNNER_HTTP_PORT",
                String.valueOf(port),
                "LANERUNNER_ACCESS_TOKEN_LIFETIME",
                "PT1H"));
        LaneRunner laneRunner = new LaneRunner(BareTwin.of(build), data, EffectiveSettings.of(data, settings), console);
        laneRunner.stop();
        data.deleteIfThere();
        data.create();
        try {
            ServerHandle server = laneRunner.start();
            Database.Access access = laneRunner.startDatabase(server.ports());
            People people =
                    new People(server.address(), name -> server.secrets().text("demo-password-" + name));
            PostedLoad load = PostedLoad.by(people.owner("SHIPPER", "shipper", "Sam Torres", "Lakeside Foods"));
            int http = server.ports().http();
            new SignInTimes(http, server.address(), console).measure(told);
            new Flood(http, load, console).measure(told);
            new CostOfIdentity(http, load, access, console).measure(told);
        } finally {
            laneRunner.stop();
            data.deleteIfThere();
        }
    }
}
