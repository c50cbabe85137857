package org.lanerunner.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.SALT_LAKE_CITY;
import static org.lanerunner.loads.LoadFixture.kilograms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.places.Geography;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.places.Place;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.SiteTime;
import org.lanerunner.trips.TripStatus;
import org.lanerunner.trips.TripStopView;
import org.lanerunner.trips.TripView;

class ScoreTest {

    /** As the crow flies, at 25 m/s. */
    private static final Geography STRAIGHT = new Geography() {
        @Override
        public double distanceMeters(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
            return GreatCircle.distanceMeters(fromLatitude, fromLongitude, toLatitude, toLongitude);
        }

        @Override
        public Duration driveDuration(
                double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
            return Duration.ofSeconds(
                    Math.round(distanceMeters(fromLatitude, fromLongitude, toLatitude, toLongitude) / 25));
        }

        @Override
        public Place placeAt(double latitude, double longitude) {
            throw new AssertionError("no place is looked up");
        }
    };

    private final OfferedLeg leg = LoadFixture.offered(CargoMode.PARTIAL, 9000, CHICAGO, DENVER);

    private static TripView trip(
            Equipment equipment, int kilograms, int remaining, Money ask, int startHours, Site... way) {
        List<TripStopView> stops = new ArrayList<>();
        List<TripView.SegmentView> segments = new ArrayList<>();
        for (Site site : way) {
            Instant at = NOW.plus(Duration.ofHours(startHours + 20L * stops.size()));
            if (!stops.isEmpty()) {
                segments.add(new TripView.SegmentView(segments.size(), kilograms(remaining)));
            }
            stops.add(new TripStopView(
                    stops.size(), site, SiteTime.at(at, site.zone()).local(), at));
        }
        return new TripView(
                UUID.randomUUID(),
                "T-00000000",
                UUID.randomUUID(),
                TripStatus.PLANNED,
                equipment,
                kilograms(kilograms),
                stops,
                segments,
                null,
                null,
                ask,
                null,
                stops.get(0).at(),
                stops.get(stops.size() - 1).at(),
                false,
                NOW,
                0);
    }

    private Optional<Score> score(TripView trip) {
        return Score.of(leg, trip, STRAIGHT);
    }

    @Test
    void aTripOnTheSameWayScoresHighAndSaysWhy() {
        Score score = score(trip(Equipment.DRY_VAN, 10_000, 10_000, null, 3, CHICAGO, DENVER))
                .orElseThrow();
        assertTrue(score.total() > 85, "score " + score.total());
        assertEquals(
                List.of(MatchView.Code.values()),
                score.reasons().stream().map(MatchView.MatchReason::code).toList());
        assertTrue(score.reasons().stream().noneMatch(reason -> reason.text().isBlank()));
    }

    @Test
    void aLongerDeadheadScoresLess() {
        Site milwaukee = new Site("city:5263045", "Milwaukee", "WI", "US", 43.04, -87.91, "America/Chicago", false);
        int near = score(trip(Equipment.DRY_VAN, 10_000, 10_000, null, 3, CHICAGO, DENVER))
                .orElseThrow()
                .total();
        int far = score(trip(Equipment.DRY_VAN, 10_000, 10_000, null, 3, milwaukee, DENVER))
                .orElseThrow()
                .total();
        assertTrue(far < near, far + " < " + near);
    }

    @Test
    void whatCantCarryItIsNoMatch() {
        assertTrue(
                score(trip(Equipment.REEFER, 10_000, 10_000, null, 3, CHICAGO, DENVER))
                        .isEmpty(),
                "other equipment");
        assertTrue(
                score(trip(Equipment.DRY_VAN, 10_000, 8_999, null, 3, CHICAGO, DENVER))
                        .isEmpty(),
                "too little left");
        assertTrue(
                score(trip(Equipment.DRY_VAN, 10_000, 10_000, null, 3, DENVER, CHICAGO))
                        .isEmpty(),
                "the other way");
        assertTrue(
                score(trip(Equipment.DRY_VAN, 10_000, 10_000, null, 3, SALT_LAKE_CITY, DENVER))
                        .isEmpty(),
                "too far away");
        assertTrue(
                score(trip(Equipment.DRY_VAN, 10_000, 10_000, null, 8, CHICAGO, DENVER))
                        .isEmpty(),
                "after the pickup's window");
    }

    @Test
    void aFullLoadIsNoMatchForATripThatCarriesSomething() {
        OfferedLeg full = LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER);
        assertTrue(Score.of(full, trip(Equipment.DRY_VAN, 10_000, 9_999, null, 3, CHICAGO, DENVER), STRAIGHT)
                .isEmpty());
        assertTrue(Score.of(full, trip(Equipment.DRY_VAN, 10_000, 10_000, null, 3, CHICAGO, DENVER), STRAIGHT)
                .isPresent());
    }

    @Test
    void aPriceBelowTheAskScoresLess() {
        int below = score(trip(Equipment.DRY_VAN, 10_000, 10_000, Money.of("2.00", "USD"), 3, CHICAGO, DENVER))
                .orElseThrow()
                .total();
        int above = score(trip(Equipment.DRY_VAN, 10_000, 10_000, Money.of("1.00", "USD"), 3, CHICAGO, DENVER))
                .orElseThrow()
                .total();
        assertTrue(below < above, below + " < " + above);
    }
}
