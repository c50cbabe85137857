package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SiteTimeTest {

    @Test
    void aTimeInTheGapMovesForward() {
        assertEquals(
                Instant.parse("2026-03-08T08:30:00Z"),
                SiteTime.parse("2026-03-08T02:30", "America/Chicago", "/at").instant());
    }

    @Test
    void whatIsShownIsALocalTimeThatExists() {
        assertShown("2026-03-29T03:30", "2026-03-29T01:30:00Z", "2026-03-29T02:30", "Europe/Berlin");
        assertShown("2027-03-14T03:30", "2027-03-14T08:30:00Z", "2027-03-14T02:30", "America/Chicago");
        assertShown("2026-10-25T02:30", "2026-10-25T00:30:00Z", "2026-10-25T02:30", "Europe/Berlin");
        assertShown("2026-10-04T02:45", "2026-10-03T15:45:00Z", "2026-10-04T02:15", "Australia/Lord_Howe");
        SiteTime ofAnOldRow = new SiteTime(
                LocalDateTime.parse("2026-03-29T02:30"), "Europe/Berlin", Instant.parse("2026-03-29T01:30:00Z"));
        assertEquals(LocalDateTime.parse("2026-03-29T03:30"), ofAnOldRow.local());
    }

    private static void assertShown(String local, String instant, String written, String zone) {
        SiteTime time = SiteTime.parse(written, zone, "/at");
        assertEquals(LocalDateTime.parse(local), time.local());
        assertEquals(Instant.parse(instant), time.instant());
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
