package org.lanerunner.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lanerunner.places.GreatCircle;

class JourneyTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theLastFixIsNowAndTheStepsStay() {
        Journey journey = Journey.along(Recording.track(Recording.csv(30)), NOW);
        assertEquals(NOW, journey.endsAt());
        assertEquals(NOW.minusSeconds(290), journey.startsAt());
        assertEquals(NOW.minusSeconds(280), journey.fixes().get(1).time());
    }

    @Test
    void deliveryIsTheFarthestFixAndNotTheLast() {
        Journey journey = Journey.along(timed(0, 1, 2, 3, 9, 8, 7, 6, 5, 4, 3), NOW);
        assertEquals(4, journey.deliveryIndex());
        assertEquals(Recording.latitude(9), journey.delivery().latitude());
        assertEquals(Recording.latitude(0), journey.pickup().latitude());
        assertEquals(0.009 * Math.PI / 180 * GreatCircle.EARTH_RADIUS_METERS, journey.extentMeters(), 0.01);
    }

    @Test
    void fencesAreAQuarterOfTheExtentAndAtMostTwoHundredMeters() {
        assertEquals(
                200, Journey.along(timed(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20), NOW).fenceRadiusMeters());
        Journey small = Journey.along(timed(0, 0, 0, 0, 0, 0, 0, 0, 0, 2), NOW);
        assertEquals(small.extentMeters() / 4, small.fenceRadiusMeters());
    }

    @Test
    void fewerThanTenGoodFixesOrAHundredMetersAreRefused() {
        assertEquals(
                "recording: has only 9 good fixes (CSV); a journey needs at least 10",
                assertThrows(TrackUnreadable.class, () -> Journey.along(Recording.track(Recording.csv(9)), NOW))
                        .getMessage());
        assertEquals(
                "test: gets only 0 m away from its first fix; a journey needs at least 100 m",
                assertThrows(TrackUnreadable.class, () -> Journey.along(timed(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), NOW))
                        .getMessage());
    }

    @Test
    void anUntimedTrackIsDrivenAtTheStatedSpeed() {
        List<Track.Fix> fixes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            fixes.add(new Track.Fix(Recording.latitude(i), Recording.LONGITUDE, null));
        }
        Journey journey = Journey.along(new Track("test", "GPX", null, false, fixes, 0), NOW);
        double seconds = Duration.between(journey.startsAt(), journey.endsAt()).toMillis() / 1000.0;
        assertEquals(journey.extentMeters() / Journey.STATED_SPEED_METERS_PER_SECOND, seconds, 0.01);
    }

    @Property(tries = 200)
    void timesRiseStrictlyAndEndNow(
            @ForAll @Size(min = 10, max = 60) List<@DoubleRange(min = -89, max = 89) Double> way,
            @ForAll @Size(60) List<@LongRange(min = 0, max = 2_000_000_000) Long> steps,
            @ForAll boolean timed) {
        List<Track.Fix> fixes = new ArrayList<>();
        Instant time = Instant.EPOCH;
        for (int i = 0; i < way.size(); i++) {
            time = time.plusNanos(steps.get(i));
            fixes.add(new Track.Fix(way.get(i), i, timed ? time : null));
        }
        Journey journey = Journey.along(new Track("test", "GPX", null, timed, fixes, 0), NOW);
        assertEquals(NOW, journey.endsAt());
        for (int i = 1; i < way.size(); i++) {
            assertTrue(journey.fixes()
                    .get(i)
                    .time()
                    .isAfter(journey.fixes().get(i - 1).time()));
        }
        for (Track.Fix fix : journey.fixes()) {
            assertTrue(GreatCircle.distanceMeters(
                            fix.latitude(),
                            fix.longitude(),
                            journey.pickup().latitude(),
                            journey.pickup().longitude())
                    <= journey.extentMeters());
        }
    }

    private static Track timed(int... way) {
        List<Track.Fix> fixes = new ArrayList<>();
        for (int i = 0; i < way.length; i++) {
            fixes.add(new Track.Fix(Recording.latitude(way[i]), Recording.LONGITUDE, Instant.ofEpochSecond(10L * i)));
        }
        return new Track("test", "GPX", null, true, fixes, 0);
    }
}
