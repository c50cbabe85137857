package org.lanerunner.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Early, in time and late by a window from eight to ten. The portal's punctual.test has the same times. */
class PunctualityTest {

    private static final Instant OPENS = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T08:00:00Z, EARLY",
        "2026-11-20T05:00:00Z, EARLY",
        "2026-11-20T07:59:59.999Z, EARLY",
        "2026-11-20T08:00:00Z, IN_TIME",
        "2026-11-20T09:00:00Z, IN_TIME",
        "2026-11-20T10:00:00Z, IN_TIME",
        "2026-11-20T10:00:59.999Z, IN_TIME",
        "2026-11-20T10:01:00Z, LATE",
        "2026-11-20T10:25:00Z, LATE",
        "2026-11-22T10:00:00Z, LATE"
    })
    void anArrivalIsJudgedByTheMinute(Instant arrivedAt, Punctuality judged) {
        assertEquals(judged, Punctuality.of(arrivedAt, OPENS, ENDS));
    }

    @Test
    void whatHasNotArrivedIsNotJudged() {
        assertNull(Punctuality.of(null, OPENS, ENDS));
    }
}
