package org.lanerunner.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.Options;
import org.lanerunner.tracks.Journey;
import org.lanerunner.tracks.Track;

class WayTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private final Track track = SimulatedTrack.between(41.85, -87.65, 43.04, -87.91);

    @Test
    void simulatedTruckStandsDrivesAndLeavesAgain() {
        Journey journey = Way.simulated().journey(track, NOW);
        assertEquals(41.85, journey.pickup().latitude());
        assertEquals(43.04, journey.delivery().latitude());
        assertTrue(journey.deliveryIndex() < journey.fixes().size() - 1);
        assertEquals(NOW, journey.endsAt());
    }

    @Test
    void withoutASpeedTheLastFixIsNowAndTheWholeTrackIsSentWithinAMinute() {
        Journey journey = Way.simulated().journey(track, NOW);
        assertEquals(NOW, journey.endsAt());
        assertTrue(Way.simulated().length(journey).compareTo(Duration.ofSeconds(60)) < 0);
    }

    @Test
    void atLifesSpeedEveryFixIsSentWhenItIs() {
        Journey journey = new Way(Optional.empty(), Optional.of(1.0)).journey(track, NOW);
        assertEquals(NOW, journey.startsAt());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 60, 1000})
    void noFixIsEverSentBeforeItsTime(double speed) {
        Way way = new Way(Optional.empty(), Optional.of(speed));
        Journey journey = way.journey(track, NOW);
        Duration recorded = Duration.between(journey.startsAt(), journey.endsAt());
        for (Track.Fix fix : journey.fixes()) {
            double part =
                    (double) Duration.between(journey.startsAt(), fix.time()).toMillis() / recorded.toMillis();
            Instant sent = NOW.plusMillis(Math.round(part * way.length(journey).toMillis()));
            assertFalse(fix.time().isAfter(sent.plusMillis(1)), fix.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "NaN", "Infinity", ""})
    void speedThatIsNoneIsRefused(String speed) {
        assertThrows(LaunchFailure.class, () -> Way.of(new Options("demo", List.of(), Map.of("speed", speed))));
    }

    @Test
    void trackThatBeganLongerAgoThanALoadIsEnteredLateIsRefused(@TempDir Path folder) throws Exception {
        StringBuilder points = new StringBuilder();
        for (int day = 0; day < 40; day++) {
            points.append("<trkpt lat=\"41.").append(10 + day).append("\" lon=\"-87.6\"><time>");
            points.append(NOW.plus(Duration.ofDays(day))).append("</time></trkpt>");
        }
        Path file = Files.writeString(
                folder.resolve("long.gpx"),
                "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>" + points + "</trkseg></trk></gpx>");
        Options options = new Options("demo", List.of(), Map.of("trace", file.toString()));
        LaunchFailure refused = assertThrows(LaunchFailure.class, () -> Way.of(options));
        assertTrue(refused.getMessage().contains("lasts 39 days"), refused.getMessage());
    }

    @Test
    void trackThatCantBeDrivenIsRefusedInASentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.gpx"), "<gpx");
        Options options = new Options("demo", List.of(), Map.of("trace", file.toString()));
        LaunchFailure refused = assertThrows(LaunchFailure.class, () -> Way.of(options));
        assertTrue(refused.getMessage().startsWith("This track can't be driven. a.gpx: "), refused.getMessage());
        assertFalse(refused.getMessage().contains("Exception"));
    }
}
