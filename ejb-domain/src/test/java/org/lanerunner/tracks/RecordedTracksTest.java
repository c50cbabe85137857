package org.lanerunner.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real recordings that stand beside the project (shared/data/gps next to it or next to a folder above it, or where the
 * system property lanerunner.shared.data names it). Where they are not there, these tests are skipped and say so.
 */
class RecordedTracksTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void elevenOfFifteenRecordingsAreJourneysAndFourAreRefused() throws Exception {
        Map<String, String> refused = new TreeMap<>();
        Map<String, Journey> journeys = new TreeMap<>();
        for (Path file : recordings()) {
            try {
                journeys.put(file.getFileName().toString(), Journey.along(TrackFile.read(file), NOW));
            } catch (TrackUnreadable why) {
                refused.put(file.getFileName().toString(), why.getMessage().replaceFirst("^[^:]*: ", ""));
            }
        }
        assertEquals(11, journeys.size());
        assertEquals(
                Map.of(
                        "gpx1.1_with_all_fields.gpx", "has only 1 good fix (GPX); a journey needs at least 10",
                        "track-with-empty-segment.gpx", "has only 9 good fixes (GPX); a journey needs at least 10",
                        "track_with_speed.gpx", "has only 3 good fixes (GPX); a journey needs at least 10",
                        "unicode.gpx", "is GPX with waypoints only; a journey needs a track"),
                refused);
        assertEquals(
                List.of("Mojstrovka.gpx", "cerknicko-without-times.gpx", "x0001-001.geojson"),
                journeys.entrySet().stream()
                        .filter(entry -> !entry.getValue().track().timed())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void theLoggersCsvAndItsConversionAreOneJourney() throws Exception {
        assertAlike("24173415.CSV", "gpx/../24173415.gpx", 684);
    }

    @Test
    void nmeaWithoutDatesAndItsConversionAreOneJourneyOverMidnight() throws Exception {
        assertAlike("adddate.nmea", "adddate.csv", 500);
    }

    @Test
    void theBusiestOfThreeHundredTracksIsTaken() throws Exception {
        Track track = TrackFile.read(folder().resolve("Geolife_100k_with_id_downsample_20x.csv"));
        assertEquals("20090403011657", track.vehicle());
        assertEquals(705, track.fixes().size());
    }

    private static void assertAlike(String one, String other, int fixes) throws Exception {
        Journey first = Journey.along(TrackFile.read(folder().resolve(one)), NOW);
        Journey second = Journey.along(TrackFile.read(folder().resolve(other)), NOW);
        assertEquals(fixes, first.fixes().size());
        assertEquals(fixes, second.fixes().size());
        assertEquals(first.deliveryIndex(), second.deliveryIndex());
        assertEquals(first.extentMeters(), second.extentMeters(), 1);
        for (int i = 0; i < fixes; i++) {
            assertTrue(Duration.between(
                                    first.fixes().get(i).time(),
                                    second.fixes().get(i).time())
                            .abs()
                            .compareTo(Duration.ofMillis(2))
                    <= 0);
        }
    }

    private static List<Path> recordings() throws Exception {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path folder() {
        String named = System.getProperty("lanerunner.shared.data");
        Path found = named == null ? null : Path.of(named, "gps");
        for (Path at = Path.of("").toAbsolutePath(); at != null && found == null; at = at.getParent()) {
            Path beside = at.resolve("shared/data/gps");
            found = Files.isDirectory(beside) ? beside : null;
        }
        assumeTrue(found != null && Files.isDirectory(found), "skipped: no recordings in shared/data/gps");
        return found;
    }
}
