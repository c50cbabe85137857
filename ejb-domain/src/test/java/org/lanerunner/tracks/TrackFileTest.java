package org.lanerunner.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.tracks.Recording.LONGITUDE;
import static org.lanerunner.tracks.Recording.latitude;
import static org.lanerunner.tracks.Recording.lines;
import static org.lanerunner.tracks.Recording.time;
import static org.lanerunner.tracks.Recording.track;
import static org.lanerunner.tracks.Recording.trkpt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackFileTest {

    @Test
    void gpxTracksAreOneJourneyInTimeOrder() {
        String late = points(6, 12);
        String early = points(0, 6);
        Track track = track("<gpx><wpt lat='10' lon='10'/><trk><trkseg>" + late
                + "</trkseg><trkseg/></trk><trk><trkseg>" + early + "</trkseg></trk></gpx>");
        assertTenSecondsApart(track, 12, "GPX");
    }

    @Test
    void gpxIsReadInItsNamespaceUnderAPrefixAndInUtf16() {
        String plain = "<?xml version='1.0'?><g:gpx xmlns:g='http://www.topografix.com/GPX/1/1'><g:trk><g:trkseg>"
                + points(0, 10).replace("<", "<g:").replace("<g:/", "</g:") + "</g:trkseg></g:trk></g:gpx>";
        assertTenSecondsApart(track(plain), 10, "GPX");
        assertTenSecondsApart(track(('\uFEFF' + plain).getBytes(StandardCharsets.UTF_16LE)), 10, "GPX");
        assertTenSecondsApart(track(('\uFEFF' + plain)), 10, "GPX");
    }

    @Test
    void gpxPointWithoutAFixIsNotGood() {
        Track track = track(Recording.gpx(points(0, 10), trkpt(10, "<time>" + time(10) + "</time><fix>none</fix>")));
        assertTenSecondsApart(track, 10, "GPX");
        assertEquals(1, track.discarded());
    }

    @Test
    void geoJsonLineHasItsTimesFromCoordTimes() {
        String times = quoted(12);
        String line = "{\"type\":\"LineString\",\"coordinates\":" + coordinates(0, 12) + "}";
        assertTenSecondsApart(
                track("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":" + line
                        + ",\"properties\":{\"name\":\"x\",\"coordTimes\":" + times + "}}]}"),
                12,
                "GeoJSON");
        assertTenSecondsApart(
                track("{\"properties\":{\"coordinateProperties\":{\"times\":" + times + "}},\"geometry\":" + line
                        + ",\"type\":\"Feature\"}"),
                12,
                "GeoJSON");
    }

    @Test
    void geoJsonLineWithoutTimesIsUntimed() {
        Track track = track("{\"coordinates\":" + coordinates(0, 12) + ",\"type\":\"LineString\"}");
        assertFalse(track.timed());
        assertEquals(12, track.fixes().size());
        assertEquals(new Track.Fix(latitude(0), LONGITUDE, null), track.fixes().get(0));
    }

    @Test
    void geoJsonPointsCarryTheirTimesInTheirProperties() {
        String features = lines(
                12,
                i -> "{\"type\":\"Feature\",\"id\":" + i + ",\"properties\":{\"time\":\"" + time(i)
                        + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + LONGITUDE + "," + latitude(i)
                        + "]}}");
        assertTenSecondsApart(
                track("{\"type\":\"FeatureCollection\",\"features\":[" + features.replace("\n", ",") + "]}"),
                12,
                "GeoJSON");
        assertTenSecondsApart(track(features), 12, "GeoJSON");
    }

    @Test
    void geoJsonLinesOfDifferentVehiclesAreNotOneJourney() {
        Track track = track("{\"type\":\"FeatureCollection\",\"features\":[" + lineOf("A", 0, 3) + ","
                + lineOf("B", 10, 22) + "]}");
        assertEquals("B", track.vehicle());
        assertEquals(12, track.fixes().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lat\":%1$s,\"lon\":%2$s,\"time\":\"%3$s\"}",
                "{\"point\":\"POINT(%2$s %1$s)\",\"time\":\"%3$s\",\"id\":\"\\\\x0001\"}",
                "{\"position\":{\"latitude\":%1$s,\"longitude\":%2$s},\"timestamp\":\"%3$s\"}",
                "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[%2$s,%1$s]},\"at\":\"%3$s\"}",
                "{\"Latitude\":\"%1$s\",\"Longitude\":\"%2$s\",\"recorded_at\":\"%3$s\",\"id\":%4$s}"
            })
    void jsonPointsAreFoundByTheirMembersNames(String shape) {
        String objects = lines(12, i -> String.format(shape, latitude(i), LONGITUDE, time(i), i));
        String array = "[" + objects.replace("\n", ",") + "]";
        assertTenSecondsApart(track(array), 12, "JSON points");
        assertTenSecondsApart(track("{\"device\":\"x\",\"points\":" + array + "}"), 12, "JSON points");
        assertTenSecondsApart(track(objects), 12, "JSON points");
    }

    @ParameterizedTest
    @ValueSource(longs = {1L, 1000L, 1_000_000L})
    void numbersAreTimesSince1970InTheUnitTheirSizeTells(long unitsPerSecond) {
        assertTenSecondsApart(
                track("["
                        + lines(
                                        12,
                                        i -> String.format(
                                                "{\"lat\":%s,\"lng\":%s,\"ts\":%d}",
                                                latitude(i),
                                                LONGITUDE,
                                                (Instant.parse(time(0)).getEpochSecond() + 10L * i) * unitsPerSecond))
                                .replace("\n", ",")
                        + "]"),
                12,
                "JSON points");
    }

    @Test
    void csvCellsMayBeQuotedAndSeparatedBySemicolonWithDecimalComma() {
        String rows = lines(
                12,
                i -> "\"say \"\"hi\"\"; " + i + "\";\"" + comma(latitude(i)) + "\";" + comma(LONGITUDE) + ";"
                        + String.format("01.03.2026 10:%02d:%02d", i / 6, i % 6 * 10));
        assertTenSecondsApart(
                track("Exported by a logger\n# comment\nNote;Latitude;Longitude;Zeitstempel\r\n" + rows), 12, "CSV");
    }

    @Test
    void csvColumnsMayBeSeparatedByTabs() {
        assertTenSecondsApart(track(Recording.csv(12).replace(',', '\t')), 12, "CSV");
    }

    @Test
    void csvOfAColumbusLoggerHasLettersAfterTheNumbers() {
        Track track = track("INDEX,TAG,DATE,TIME,LATITUDE N/S,LONGITUDE E/W,HEIGHT,SPEED,HEADING\n"
                + lines(
                        12,
                        i -> String.format(
                                "%d,T,260301,%d,%.7fN,%.7fW,38,0.2,0",
                                i, 100_000 + i / 6 * 100 + i % 6 * 10, latitude(i), -LONGITUDE)));
        assertTenSecondsApart(track, 12, "CSV");
    }

    @Test
    void csvMayKeepTheHemispheresInColumnsOfTheirOwn() {
        Track track = track("INDEX,DATE,TIME,VALID,LATITUDE,N/S,LONGITUDE,E/W\n"
                + lines(
                        13,
                        i -> String.format(
                                "%d,2026/03/01,10:%02d:%02d,%s,%.6f,N,%.6f,W",
                                i, i / 6, i % 6 * 10, i == 12 ? "NO FIX" : "SPS", latitude(i), -LONGITUDE)));
        assertTenSecondsApart(track, 12, "CSV");
    }

    @Test
    void csvSouthernAndWesternHemispheresAreNegative() {
        Track track = track("lat,lon,time\n" + lines(3, i -> "S 33.5,W 70.6," + time(i)));
        assertEquals(-33.5, track.fixes().get(0).latitude());
        assertEquals(-70.6, track.fixes().get(0).longitude());
    }

    @Test
    void ofSeveralVehiclesTheOneWithTheMostGoodFixesIsTaken() {
        String csv = "vehicle_id,lat,lon,time\n"
                + lines(
                        36,
                        i -> i % 3 == 0
                                ? "few," + latitude(i) + "," + LONGITUDE + "," + time(i)
                                : i < 30
                                        ? "many," + latitude(i) + "," + LONGITUDE + "," + time(i)
                                        : "zeros,0,0," + time(i));
        Track track = track(csv);
        assertEquals("many", track.vehicle());
        assertEquals(20, track.fixes().size());
    }

    @Test
    void idsThatDifferFromRowToRowNameNoVehicle() {
        Track track =
                track("id,lat,lon,time\n" + lines(12, i -> i + "," + latitude(i) + "," + LONGITUDE + "," + time(i)));
        assertNull(track.vehicle());
        assertEquals(12, track.fixes().size());
    }

    @Test
    void aColumnNamedTimeIsTheTimeEvenBesideOthersThatCouldBe() {
        Track track = track("created_at,t,lat,lon,time\n"
                + lines(12, i -> "2026-03-05 00:00:00,21.5," + latitude(i) + "," + LONGITUDE + "," + time(i)));
        assertTenSecondsApart(track, 12, "CSV");
    }

    @Test
    void newestFirstIsPutInTimeOrder() {
        List<String> rows = Recording.csv(12).lines().skip(1).collect(Collectors.toList());
        Collections.reverse(rows);
        assertTenSecondsApart(track("latitude,longitude,timestamp\n" + String.join("\n", rows)), 12, "CSV");
    }

    @Test
    void aFixWithoutATimeIsDroppedWhereOthersHaveOne() {
        Track track = track(Recording.gpx(points(0, 10), trkpt(30, ""), trkpt(31, "<time>soon</time>")));
        assertTenSecondsApart(track, 10, "GPX");
        assertEquals(2, track.discarded());
    }

    @Test
    void whereMostFixesHaveNoTimeAllAreKeptUntimed() {
        Track track = track(Recording.gpx(
                points(0, 5), trkpt(5, ""), trkpt(6, ""), trkpt(7, ""), trkpt(8, ""), trkpt(9, ""), trkpt(10, "")));
        assertFalse(track.timed());
        assertEquals(11, track.fixes().size());
        assertTrue(track.fixes().stream().allMatch(fix -> fix.time() == null));
    }

    @Test
    void timesThatDoNotAdvanceAreNone() {
        Track track = track(Recording.gpx(IntStream.range(0, 12)
                .mapToObj(i -> trkpt(i, "<time>1901-12-13T20:45:52." + (i % 2 == 0 ? "2073437" : "207") + "Z</time>"))
                .toArray(String[]::new)));
        assertFalse(track.timed());
        assertEquals(latitude(11), track.fixes().get(11).latitude());
    }

    @Test
    void wildFixesCostOnlyThemselvesEvenTheFirst() {
        Track track = track(Recording.gpx(
                "<trkpt lat='12' lon='13'><time>2026-03-01T09:59:59Z</time></trkpt>",
                points(0, 6),
                "<trkpt lat='-12' lon='13'><time>2026-03-01T10:00:51Z</time></trkpt>"
                        + "<trkpt lat='-12' lon='13'><time>2026-03-01T10:00:52Z</time></trkpt>",
                points(6, 12)));
        assertTenSecondsApart(track, 12, "GPX");
    }

    @Test
    void repeatedFixesAreKeptOnceAndStrayEpochsDropped() {
        Track track = track(Recording.gpx(points(0, 12), points(3, 6), trkpt(4, "<time>1970-01-01T00:00:00Z</time>")));
        assertTenSecondsApart(track, 12, "GPX");
    }

    static void assertTenSecondsApart(Track track, int count, String format) {
        assertEquals(format, track.format());
        assertTrue(track.timed());
        assertEquals(count, track.fixes().size());
        for (int i = 0; i < count; i++) {
            Track.Fix fix = track.fixes().get(i);
            assertEquals(latitude(i), fix.latitude(), 1e-6);
            assertEquals(LONGITUDE, fix.longitude(), 1e-6);
            assertEquals(
                    Duration.ofSeconds(10L * i),
                    Duration.between(track.fixes().get(0).time(), fix.time()));
        }
    }

    private static String points(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> trkpt(i, "<time>" + time(i) + "</time>"))
                .collect(Collectors.joining());
    }

    private static String coordinates(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "[" + LONGITUDE + "," + latitude(i) + ",180]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(int count) {
        return IntStream.range(0, count).mapToObj(i -> '"' + time(i) + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static String lineOf(String vehicle, int from, int to) {
        return "{\"type\":\"Feature\",\"properties\":{\"vehicle\":\"" + vehicle + "\"},\"geometry\":"
                + "{\"type\":\"LineString\",\"coordinates\":" + coordinates(from, to) + "}}";
    }

    private static String comma(double number) {
        return Double.toString(number).replace('.', ',');
    }
}
