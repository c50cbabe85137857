package org.lanerunner.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class BusinessDatesTest {

    private static final String NOON = "2026-03-09T12:00:00Z";

    @Property
    void everyMomentLiesInExactlyOneDate(@ForAll @LongRange(min = 946_684_800L, max = 4_102_444_800L) long second) {
        for (String zone :
                new String[] {"UTC", "America/Chicago", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu"}) {
            BusinessDates dates = at(zone, NOON);
            Instant time = Instant.ofEpochSecond(second);
            LocalDate date = dates.of(time);
            assertFalse(time.isBefore(dates.startOf(date)), zone);
            assertFalse(!time.isBefore(dates.startOf(date.plusDays(1))), zone);
        }
    }

    @Example
    void dateIsAsLongAsItsZoneMakesIt() {
        BusinessDates chicago = at("America/Chicago", NOON);
        assertEquals(Duration.ofHours(23), length(chicago, "2026-03-08"));
        assertEquals(Duration.ofHours(25), length(chicago, "2026-11-01"));
        assertEquals(Duration.ofHours(24), length(chicago, "2026-03-09"));
    }

    @Example
    void lastClosedIsYesterdayInTheZone() {
        assertEquals(
                LocalDate.parse("2026-03-08"), at("UTC", "2026-03-09T00:00:00Z").lastClosed());
        assertEquals(
                LocalDate.parse("2026-03-07"),
                at("America/Chicago", "2026-03-09T04:59:59Z").lastClosed());
        assertEquals(
                LocalDate.parse("2026-03-08"),
                at("America/Chicago", "2026-03-09T05:00:00Z").lastClosed());
    }

    @Example
    void closedDateIsKnownToItsEndAndTodayUntilNow() {
        BusinessDates dates = at("UTC", NOON);
        assertEquals(Instant.parse("2026-03-09T00:00:00Z"), dates.knownUpTo(LocalDate.parse("2026-03-08")));
        assertEquals(Instant.parse(NOON), dates.knownUpTo(dates.today()));
    }

    private static Duration length(BusinessDates dates, String date) {
        return Duration.between(
                dates.startOf(LocalDate.parse(date)),
                dates.startOf(LocalDate.parse(date).plusDays(1)));
    }

    private static BusinessDates at(String zone, String now) {
        return new BusinessDates(ZoneId.of(zone), Clock.fixed(Instant.parse(now), ZoneId.of("UTC")));
    }
}
