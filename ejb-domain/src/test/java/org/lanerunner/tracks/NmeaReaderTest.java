package org.lanerunner.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.tracks.Recording.gga;
import static org.lanerunner.tracks.Recording.latitude;
import static org.lanerunner.tracks.Recording.lines;
import static org.lanerunner.tracks.Recording.rmc;
import static org.lanerunner.tracks.Recording.track;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NmeaReaderTest {

    @Test
    void aStepBackIsMidnight() {
        Track track = track(lines(12, i -> gga(i < 6 ? "2359" + i + "0.000" : "0000" + (i - 6) + "0.000", i, 1)));
        TrackFileTest.assertTenSecondsApart(track, 12, "NMEA 0183");
    }

    @Test
    void twoMidnightsAreTwoDays() {
        Track track = track(lines(
                12, i -> gga(new String[] {"220000", "230000", "010000", "120000", "233000", "002000"}[i / 2], i, 1)));
        assertEquals(
                Duration.ofHours(26).plusMinutes(20),
                Duration.between(
                        track.fixes().get(0).time(), track.fixes().get(5).time()));
    }

    @Test
    void aLateSentenceIsNoMidnight() {
        Track track = track(gga("100000", 0, 1) + "\n" + gga("100020", 2, 1) + "\n" + gga("100010", 1, 1) + "\n"
                + gga("100030", 3, 1));
        TrackFileTest.assertTenSecondsApart(track, 4, "NMEA 0183");
    }

    @Test
    void sentencesOfOneSecondAreOneFixWithTheDateOfRmc() {
        Track track = track(lines(12, i -> {
            String time = i < 6 ? "2359" + i + "0" : "0000" + (i - 6) + "0";
            String date = i < 6 ? "310326" : "010426";
            return gga(time, i, 1) + "\r\n" + Recording.sentence("GPGSA,A,3,01,02,,,,,,,,,,,1.8,1.0,1.5") + "\r\n"
                    + rmc(time, i, 'A', date) + "\r\n";
        }));
        TrackFileTest.assertTenSecondsApart(track, 12, "NMEA 0183");
        assertEquals(Instant.parse("2026-03-31T23:59:00Z"), track.fixes().get(0).time());
    }

    @Test
    void aDateThatComesLaterDatesWhatCameBefore() {
        Track track = track(gga("235950", 0, 1) + "\n" + gga("000000", 1, 1) + "\n" + rmc("000010", 2, 'A', "010426"));
        assertEquals(Instant.parse("2026-03-31T23:59:50Z"), track.fixes().get(0).time());
        TrackFileTest.assertTenSecondsApart(track, 3, "NMEA 0183");
    }

    @Test
    void statusVoidAndQualityZeroAreNoFixes() {
        Track track = track(rmc("095950", 50, 'V', "010326") + "\n" + gga("095955", 60, 0) + "\n"
                + lines(12, i -> rmc(String.format("10%02d%02d", i / 6, i % 6 * 10), i, 'A', "010326")));
        TrackFileTest.assertTenSecondsApart(track, 12, "NMEA 0183");
        assertEquals(2, track.discarded());
    }

    @Test
    void aWrongChecksumDropsItsSentence() {
        String text = lines(12, i -> gga(String.format("10%02d%02d", i / 6, i % 6 * 10), i, 1));
        Track track = track(text + "\n" + gga("100300", 90, 1).replace("*", "1*") + "\n$GPGGA,1003");
        TrackFileTest.assertTenSecondsApart(track, 12, "NMEA 0183");
        assertTrue(assertThrows(
                        TrackUnreadable.class, () -> track(gga("100300", 90, 1).replace("N,", "S,")))
                .getMessage()
                .contains("wrong checksums"));
    }

    @Test
    void southAndWestAreNegative() {
        Track track = track(Recording.sentence("GNRMC,100000.00,A,3330.0000,S,07036.0000,W,,,010326,,,A"));
        assertEquals(-33.5, track.fixes().get(0).latitude(), 1e-9);
        assertEquals(-70.6, track.fixes().get(0).longitude(), 1e-9);
        assertEquals(latitude(0), 41.88);
    }
}
