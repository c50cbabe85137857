package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

    private KillDrill drill;

    @BeforeAll
    void start() {
        Path home =
                Path.of(System.getProperty("lanerunner.home")).toAbsolutePath().normalize();
        Map<String, String> settings = Map.of(
                "LANERUNNER_TEST_MONEY", "true",
                "LANERUNNER_TIMER_SECONDS", "1",
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
        drill.kill(true);
        drill.close();
    }

    /** Killed twice, once with the database; what falls due does so while the server is down, and the money comes without the shipper's word. */
    @Test
    void mainJobGoesOnAfterKillsAndWhatFellDueMeanwhileHappens() {
        MainJob job = drill.job();
        List<Step> steps = job.steps();
        int acceptance = indexOf("The shipper accepts", steps);
        int proof = indexOf("The shipper accepts the proof", steps);
        int onTheRoad = indexOf("The truck drives on", steps);
        drill.run(steps.subList(0, acceptance));
        drill.kill(true);
        drill.start();
        drill.run(steps.subList(acceptance, onTheRoad));
        String load = postLoad();
        drill.kill(false);
        assertEquals("DELIVERED", status(job));
        assertEquals("OPEN", statusOfLoad(load));
        age("UPDATE bookings.booking SET release_due_at = now() WHERE id = '" + id(job) + "'");
        age("UPDATE loads.leg SET expires_at = now() WHERE load_id = '" + load + "'");
        drill.start();
        drill.run(steps.subList(onTheRoad, proof));
        Eventually.get(() -> status(job), "SETTLED"::equals);
        Eventually.get(() -> statusOfLoad(load), "EXPIRED"::equals);
        drill.run(steps.subList(proof + 1, steps.size()).stream()
                .filter(step -> !step.what().equals("The booking's timeline"))
                .toList());
        drill.check();
    }

    private static int indexOf(String what, List<Step> steps) {
        return steps.stream().map(Step::what).toList().indexOf(what);
    }

    private static String id(MainJob job) {
        return job.bookingId().orElseThrow();
    }

    private String status(MainJob job) {
        return drill.text("SELECT status FROM bookings.booking WHERE id = '" + id(job) + "'");
    }

    private String statusOfLoad(String load) {
        return drill.text("SELECT status FROM loads.load WHERE id = '" + load + "'");
    }

    /** Lets the time of one row pass. */
    private void age(String update) {
        assertEquals("1", drill.text("WITH aged AS (" + update + " RETURNING 1) SELECT count(*) FROM aged"));
    }

    private String postLoad() {
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
                now.plusHours(1).toString());
    }
}
