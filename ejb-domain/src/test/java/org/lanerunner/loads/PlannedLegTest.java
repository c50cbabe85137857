package org.lanerunner.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.SALT_LAKE_CITY;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanerunner.places.Geography;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.places.Place;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Refusal;

class PlannedLegTest {

    private static final Site DOCK = new Site("city:1", "Dock", "CO", "US", 39.740, -104.980, "America/Denver", true);

    /** 171 m to the east. */
    private static final Site NEXT_DOOR =
            new Site("city:1", "Dock", "CO", "US", 39.740, -104.978, "America/Denver", true);

    /** 343 m to the east. */
    private static final Site ROUND_THE_CORNER =
            new Site("city:1", "Dock", "CO", "US", 39.740, -104.976, "America/Denver", true);

    private static final Geography STRAIGHT = new Geography() {
        @Override
        public double distanceMeters(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
            return GreatCircle.distanceMeters(fromLatitude, fromLongitude, toLatitude, toLongitude);
        }

        @Override
        public Duration driveDuration(
                double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Place placeAt(double latitude, double longitude) {
            throw new UnsupportedOperationException();
        }
    };

    private final List<PlannedStop> handedOver =
            List.of(pickup(CHICAGO), delivery(DENVER), pickup(DENVER), delivery(SALT_LAKE_CITY));

    @Test
    void leftOutThereIsOneOverAllStops() {
        for (List<LoadRequest.Leg> none : Collections.<List<LoadRequest.Leg>>singletonList(null)) {
            List<PlannedLeg> legs = PlannedLeg.of(none, handedOver, STRAIGHT);
            assertEquals(1, legs.size());
            assertEquals(3, legs.get(0).toStop());
        }
    }

    @Test
    void eachHasItsOwnStops() {
        List<PlannedLeg> legs = PlannedLeg.of(List.of(leg(0, 1), leg(2, 3)), handedOver, STRAIGHT);
        assertEquals(handedOver.subList(2, 4), legs.get(1).stops());
        assertEquals(2, legs.get(1).fromStop());
    }

    @Test
    void noStopIsLeftOutOrDrivenTwice() {
        refuses("/legs/0/fromStop", handedOver, leg(1, 3));
        refuses("/legs/0/toStop", handedOver, leg(0, 1));
        refuses("/legs/1/fromStop", handedOver, leg(0, 1), leg(1, 3));
        refuses("/legs/1/toStop", handedOver, leg(0, 1), leg(2, 4));
        refuses("/legs/1/toStop", handedOver, leg(0, 1), leg(2, 2));
        refuses("/legs/0/toStop", handedOver, leg(0, -1));
        refuses("/legs/0/fromStop", handedOver, new LoadRequest.Leg(null, 1));
        refuses("/legs/0/toStop", handedOver, new LoadRequest.Leg(0, null));
    }

    @Test
    void eachBeginsWithAPickupAndEndsWithADelivery() {
        List<PlannedStop> picksUpTwice =
                List.of(pickup(CHICAGO), pickup(DENVER), delivery(DENVER), delivery(SALT_LAKE_CITY));
        refuses("/legs/0/toStop", picksUpTwice, leg(0, 1), leg(2, 3));
        List<PlannedStop> bringsTwice =
                List.of(pickup(CHICAGO), delivery(DENVER), delivery(DENVER), delivery(SALT_LAKE_CITY));
        refuses("/legs/1/fromStop", bringsTwice, leg(0, 1), leg(2, 3));
    }

    @Test
    void eachBeginsWhereTheOneBeforeEnded() {
        List<PlannedStop> elsewhere =
                List.of(pickup(CHICAGO), delivery(DENVER), pickup(SALT_LAKE_CITY), delivery(CHICAGO));
        refuses("/legs/1/fromStop", elsewhere, leg(0, 1), leg(2, 3));
        List<PlannedStop> near = List.of(pickup(CHICAGO), delivery(DOCK), pickup(NEXT_DOOR), delivery(CHICAGO));
        assertEquals(
                2, PlannedLeg.of(List.of(leg(0, 1), leg(2, 3)), near, STRAIGHT).size());
        List<PlannedStop> far = List.of(pickup(CHICAGO), delivery(DOCK), pickup(ROUND_THE_CORNER), delivery(CHICAGO));
        refuses("/legs/1/fromStop", far, leg(0, 1), leg(2, 3));
    }

    @Test
    void thereAreAtMostTen() {
        refuses(
                "/legs",
                handedOver,
                Collections.nCopies(PlannedLeg.MOST + 1, leg(0, 1)).toArray(LoadRequest.Leg[]::new));
    }

    private static void refuses(String pointer, List<PlannedStop> stops, LoadRequest.Leg... legs) {
        Refusal refusal = assertThrows(Refusal.class, () -> PlannedLeg.of(List.of(legs), stops, STRAIGHT));
        assertEquals(pointer, refusal.violations().get(0).pointer());
    }

    private static LoadRequest.Leg leg(int fromStop, int toStop) {
        return new LoadRequest.Leg(fromStop, toStop);
    }

    private static PlannedStop pickup(Site site) {
        return LoadFixture.stop(StopKind.PICKUP, site, NOW, Duration.ofHours(8));
    }

    private static PlannedStop delivery(Site site) {
        return LoadFixture.stop(StopKind.DELIVERY, site, NOW, Duration.ofHours(8));
    }
}
