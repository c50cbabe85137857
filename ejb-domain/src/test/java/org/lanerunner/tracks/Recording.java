package org.lanerunner.tracks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small recordings written by hand: a way north from Chicago's Loop, a fix every 10 s and about 111 m. */
final class Recording {

    static final double FIRST_LATITUDE = 41.88;
    static final double LONGITUDE = -87.63;

    private Recording() {}

    static Track track(String text) {
        return track(text.getBytes(StandardCharsets.UTF_8));
    }

    static Track track(byte[] bytes) {
        return TrackFile.read(new ByteArrayInputStream(bytes), "recording");
    }

    static double latitude(int i) {
        return FIRST_LATITUDE + i / 1000.0;
    }

    static String time(int i) {
        return String.format("2026-03-01T10:%02d:%02dZ", i / 6, i % 6 * 10);
    }

    static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    static String csv(int count) {
        return "latitude,longitude,timestamp\n" + lines(count, i -> latitude(i) + "," + LONGITUDE + "," + time(i));
    }

    static String gpx(String... points) {
        return "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>"
                + String.join("", points) + "</trkseg></trk></gpx>";
    }

    static String trkpt(int i, String inner) {
        return "<trkpt lat=\"" + latitude(i) + "\" lon=\"" + LONGITUDE + "\">" + inner + "</trkpt>";
    }

    /** An NMEA sentence with its checksum. */
    static String sentence(String body) {
        return String.format("$%s*%02X", body, body.chars().reduce(0, (sum, c) -> sum ^ c));
    }

    static String gga(String hhmmss, int i, int quality) {
        return sentence("GPGGA," + hhmmss + "," + nmea(i) + "," + quality + ",08,0.9,180.0,M,,M,,");
    }

    static String rmc(String hhmmss, int i, char status, String ddmmyy) {
        return sentence("GPRMC," + hhmmss + "," + status + "," + nmea(i) + ",10.0,0.0," + ddmmyy + ",,");
    }

    private static String nmea(int i) {
        return String.format("41%07.4f,N,08737.8000,W", (latitude(i) - 41) * 60);
    }
}
