package org.lanerunner.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackClockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-09-10 06:54:07+0200",
                "2014-09-10T04:54:07Z",
                "2014-09-10T04:54:07.000",
                "2014/09/10 04:54:07",
                "10.09.2014 04:54:07",
                "10-SEP-14 04:54:07",
                "10 Sep 2014 04:54:07",
                "Wed, 10 Sep 2014 04:54:07 GMT",
                "Sep 10, 2014 4:54:07 AM",
                "20140910T045407Z",
                "20140910045407",
                "1410324847",
                "1410324847000",
                "1410324847000000",
                "2014-09-10T04:54:07+00:00[UTC]",
                "2014-09-10 04:54:07 UTC",
                "2014-09-09T21:54:07-07:00"
            })
    void oneTextTellsTheInstant(String text) {
        assertEquals(
                Instant.parse("2014-09-10T04:54:07Z"),
                TrackClock.instants(List.of(point(null, text))).get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "250724,173418",
        "2025-07-24,17:34:18",
        "24.07.2025,17:34:18",
        "07/24/2025,5:34:18 PM",
        "20250724,173418.000",
        "24/07/2025,17:34:18"
    })
    void dateAndTimeMayStandApart(String date, String time) {
        assertEquals(
                Instant.parse("2025-07-24T17:34:18Z"),
                TrackClock.instants(List.of(point(date, time))).get(0));
    }

    @Test
    void leadingZerosMayBeLost() {
        assertEquals(
                Instant.parse("2025-07-24T00:05:09Z"),
                TrackClock.instants(List.of(point("250724", "509"))).get(0));
    }

    @Test
    void theOrderOfDayAndMonthIsTheOneThatMakesTheRecordingShort() {
        assertEquals(
                List.of(Instant.parse("2014-10-09T23:59:00Z"), Instant.parse("2014-10-10T00:01:00Z")),
                TrackClock.instants(List.of(point(null, "09/10/2014 23:59"), point(null, "10/10/2014 00:01"))));
        assertEquals(
                List.of(Instant.parse("2014-09-30T23:59:00Z"), Instant.parse("2014-10-01T00:01:00Z")),
                TrackClock.instants(List.of(point(null, "09/30/2014 23:59"), point(null, "10/01/2014 00:01"))));
    }

    @Test
    void offsetsCarryOverTheEndOfSummerTime() {
        assertEquals(
                List.of(Instant.parse("2026-10-25T00:59:50Z"), Instant.parse("2026-10-25T01:00:00Z")),
                TrackClock.instants(
                        List.of(point(null, "2026-10-25T02:59:50+02:00"), point(null, "2026-10-25T02:00:00+01:00"))));
    }

    @Test
    void digitsAloneAreATimeOfDayOnlyWhereAllCouldBeOne() {
        assertEquals(
                List.of(Instant.parse("1970-01-01T23:59:59Z"), Instant.parse("1970-01-02T00:00:01Z")),
                TrackClock.instants(List.of(point(null, "235959"), point(null, "000001"))));
        assertEquals(
                List.of(Instant.ofEpochSecond(235_959), Instant.ofEpochSecond(235_969)),
                TrackClock.instants(List.of(point(null, "235959"), point(null, "235969"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "2014-13-40 00:00:00",
                "25:00:00",
                "10:61:00",
                "2014-02-30T00:00:00Z",
                "NaN",
                "1e400",
                "-",
                "99999999999999999999999999",
                "2014-09-10T04:54:07+99:99x"
            })
    void whatTellsNoTimeIsNone(String text) {
        List<TrackPoint> points = new ArrayList<>(List.of(point(null, text)));
        assertNull(TrackClock.instants(points).get(0));
    }

    private static TrackPoint point(String date, String time) {
        return new TrackPoint(null, date, time, 1, 1, true);
    }
}
