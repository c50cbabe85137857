package org.lanerunner.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.tracks.Recording.track;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackFileRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|is empty",
                "`  \n\n `|is empty",
                "`hello world`|no header line",
                "`1.5,2.5,2020-01-01\n1.6,2.6,2020-01-02`|no header line",
                "`lat,lon,time\n`|no good fix",
                "`lat,lon\nNaN,NaN\n91,0\n1e400,5\n0,0\n,\nabc,def`|no good fix",
                "`<kml/>`|XML of another kind",
                "`<gpx><trk><trkseg><trkpt lat='1' lon='2'>`|broken XML",
                "`<gpx><wpt lat='1' lon='2'/></gpx>`|waypoints only",
                "`<gpx/>`|without a point",
                "`{\"type\":\"LineString\",\"coordinates\":[[1,2],[1`|broken JSON (line 1, column",
                "`[{\"lat\":NaN,\"lon\":1}]`|broken JSON",
                "`[[1,2],[3,4]]`|no array of objects",
                "`{}`|no array of objects",
                "`{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,1],[0,0]]]}`|without a line",
                "`[{\"lat\":91,\"lon\":1},{\"lat\":1e400,\"lon\":0}]`|no good fix"
            })
    void theMessageSaysWhatIsWrong(String text, String message) {
        assertRefused(text, message);
    }

    @Test
    void doctypesAndEntitiesAreRefusedUnexpanded() {
        assertRefused("<!DOCTYPE g [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><gpx>&b;</gpx>", "document type");
        assertRefused(
                "<!DOCTYPE g [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><gpx><trk>&x;</trk></gpx>", "document type");
        assertRefused("<!DOCTYPE html><html></html>", "document type");
    }

    @Test
    void nestingIsLimited() {
        assertRefused("[".repeat(100_000), "nested too deeply");
        assertRefused("<gpx>" + "<a>".repeat(50_000), "broken XML");
    }

    @Test
    void binaryIsNoTrack() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        for (byte[] bytes :
                List.of(noise, new byte[5000], new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})) {
            assertTrue(assertThrows(TrackUnreadable.class, () -> track(bytes))
                    .getMessage()
                    .contains("not a text file"));
        }
    }

    @Test
    void moreThanTheCapIsNotEvenRead() {
        InputStream endless = new SequenceInputStream(Collections.enumeration(Stream.generate(
                        () -> new ByteArrayInputStream("1".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII)))
                .limit(200)
                .toList()));
        assertTrue(assertThrows(TrackUnreadable.class, () -> TrackFile.read(endless, "x.csv"))
                .getMessage()
                .contains("larger than 32 MiB"));
    }

    @Test
    void oneVeryLongLineIsRefusedAndNotHungOn() {
        for (String start : List.of("lat,lon,time\n", "", "[", "$GPGGA,", "lat,lon\n\"")) {
            assertThrows(TrackUnreadable.class, () -> track(start + "1".repeat(20_000_000)));
        }
    }

    @Test
    void missingFilesAndFoldersAreSaidPlainly(@TempDir Path folder) {
        assertTrue(assertThrows(TrackUnreadable.class, () -> TrackFile.read(folder))
                .getMessage()
                .contains("is a folder"));
        assertEquals(
                "none.gpx: there is no such file",
                assertThrows(TrackUnreadable.class, () -> TrackFile.read(folder.resolve("none.gpx")))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007\nb.gpx"})
    void theNameInTheMessageIsPrintable(String name) {
        String message = assertThrows(TrackUnreadable.class, () -> TrackFile.read(InputStream.nullInputStream(), name))
                .getMessage();
        assertEquals("a??b.gpx: is empty", message);
    }

    @Property(tries = 600)
    void damagedRecordingsAreReadOrRefusedButNeverThrowAnythingElse(
            @ForAll @IntRange(max = 4) int which, @ForAll Random random) {
        byte[] bytes = recordings().get(which).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        if (random.nextBoolean()) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        try {
            Track track = track(bytes);
            assertTrue(track.fixes().stream()
                    .allMatch(fix -> Math.abs(fix.latitude()) <= 90
                            && Math.abs(fix.longitude()) <= 180
                            && (fix.time() != null) == track.timed()));
        } catch (TrackUnreadable refused) {
            assertTrue(refused.getMessage().startsWith("recording: "));
        }
    }

    private static List<String> recordings() {
        return List.of(
                Recording.csv(12),
                Recording.gpx(Recording.trkpt(0, "<time>2026-03-01T10:00:00Z</time>"), Recording.trkpt(1, "")),
                Recording.lines(12, i -> Recording.gga("1000" + (10 + i), i, 1)),
                "{\"type\":\"Feature\",\"properties\":{\"times\":[\"2026-03-01T10:00:00Z\",1]},\"geometry\":"
                        + "{\"type\":\"LineString\",\"coordinates\":[[1,2],[2,3],[4,5]]}}",
                "[{\"point\":\"POINT(1 2)\",\"time\":\"2014-09-10 06:54:07+0200\"},{\"lat\":1,\"lon\":3,\"time\":5}]");
    }

    private static void assertRefused(String text, String message) {
        String said = assertThrows(TrackUnreadable.class, () -> track(text)).getMessage();
        assertTrue(said.contains(message), said);
    }
}
