package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SiteTimeTest {

    @Test
    void aTimeInTheGapMovesForward() {
        assertEquals(
                Instant.parse("2026-03-08T08:30:00Z"),
                SiteTime.parse("2026-03-08T02:30", "America/Chicago", "/at").instant());
    }

    @Test
    void aTimeInTheFoldIsTheEarlierOne() {
        assertEquals(
                Instant.parse("2026-11-01T06:30:00Z"),
                SiteTime.parse("2026-11-01T01:30", "America/Chicago", "/at").instant());
    }

    @Test
    void oddOffsetsAreRight() {
        assertEquals(
                Instant.parse("2026-11-23T02:30:00Z"),
                SiteTime.parse("2026-11-23T08:00", "Asia/Kolkata", "/at").instant());
        assertEquals(
                Instant.parse("2026-04-04T14:45:00Z"),
                SiteTime.parse("2026-04-05T01:45", "Australia/Lord_Howe", "/at").instant());
    }

    @Test
    void whatIsNotALocalTimeIsRefused() {
        for (String text : new String[] {
            null, "", "2026-11-23", "2026-11-23T08:00Z", "2026-02-30T08:00", "tomorrow", "9999-01-01T00:00"
        }) {
            assertThrows(Refusal.class, () -> SiteTime.parse(text, "UTC", "/at"), text);
        }
    }
}
