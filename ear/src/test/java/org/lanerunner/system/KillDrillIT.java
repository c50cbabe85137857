package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lanerunner.benchmarks.KillDrill;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.demo.MainJob;
import org.lanerunner.launcher.demo.Step;

/** kill -9 in the middle of the main job, on a server of its own that the launcher starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillDrillIT {

    private static final Set<String> KILLED_BEFORE =
            Set.of("The shipper accepts", "The driver delivers with a photo as proof");
    private static final String DELIVERY = "The driver delivers with a photo as proof";
    private static final int SECONDS_TO_EXPIRY = 6;

    private KillDrill drill;

    @BeforeAll
    void start() {
        Path home =
                Path.of(System.getProperty("lanerunner.home")).toAbsolutePath().normalize();
        Map<String, String> settings = Map.of(
                "LANERUNNER_TEST_MONEY", "true",
                "LANERUNNER_TIMER_SECONDS", "1",
                "LANERUNNER_RELEASE_AFTER", "PT12S",
                "LANERUNNER_HTTP_PORT", String.valueOf(FreePorts.find().http()));
        drill = new KillDrill(
                Build.of(home),
                DataFolder.at(home.resolve("ear/target/kill-drill")),
                settings,
                new Console(System.out));
        drill.startAnew();
    }

    @AfterAll
    void stop() {
        drill.close();
    }

    @Test
    void mainJobGoesOnAfterAKillAndNothingIsLostOrDoubled() {
        MainJob job = drill.job();
        int restarts = drill.restarts().size();
        drill.run(job.steps(), step -> KILLED_BEFORE.contains(step.what()));
        assertEquals(restarts + KILLED_BEFORE.size(), drill.restarts().size());
        drill.check();
        assertEquals("SETTLED", status(job));
    }

    @Test
    void whatFellDueWhileTheServerWasDownHappensAfterTheRestart() {
        MainJob job = drill.job();
        List<String> names = job.steps().stream().map(Step::what).toList();
        drill.run(job.steps().subList(0, names.indexOf(DELIVERY) + 1), step -> false);
        String load = postLoadThatExpires();
        drill.kill(false);
        assertEquals("DELIVERED", status(job));
        assertEquals("OPEN", drill.text("SELECT status FROM loads.load WHERE id = '" + load + "'"));
        drill.start();
        Eventually.get(() -> status(job), "SETTLED"::equals);
        Eventually.get(() -> drill.text("SELECT status FROM loads.load WHERE id = '" + load + "'"), "EXPIRED"::equals);
        drill.check();
    }

    private String status(MainJob job) {
        return drill.text("SELECT status FROM bookings.booking WHERE id = '"
                + job.bookingId().orElseThrow() + "'");
    }

    private String postLoadThatExpires() {
        Map<String, Object> load = Map.of(
                "equipment", "DRY_VAN",
                "cargo", Map.of("weightKilograms", 500),
                "stops", List.of(stop("PICKUP"), stop("DELIVERY")),
                "bids", Map.of("currency", "USD"));
        return drill.people()
                .owner("SHIPPER", "shipper", "Sam Torres", "Lakeside Foods")
                .api()
                .post("/api/loads", load)
                .path("id")
                .asText();
    }

    private static Map<String, Object> stop(String kind) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("America/Chicago"));
        return Map.of(
                "kind",
                kind,
                "placeId",
                "city:4887398",
                "windowStart",
                now.minusHours(1).toString(),
                "windowEnd",
                now.plusSeconds(SECONDS_TO_EXPIRY).toString());
    }
}
