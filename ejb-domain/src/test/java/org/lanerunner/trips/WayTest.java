package org.lanerunner.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.SALT_LAKE_CITY;
import static org.lanerunner.loads.LoadFixture.kilograms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.places.Site;
import org.lanerunner.shared.SiteTime;

class WayTest {

    private static Way of(Site from, Site to, Site... tripStops) {
        List<TripPlan.Stop> stops = new ArrayList<>();
        for (Site site : tripStops) {
            stops.add(new TripPlan.Stop(site, SiteTime.at(NOW.plus(Duration.ofHours(stops.size() + 1)), site.zone())));
        }
        Trip trip = new Trip(
                UUID.randomUUID(), new TripPlan(Equipment.DRY_VAN, kilograms(1), stops, null, null), false, NOW);
        return Way.nearest(
                trip.stops(),
                new CarriedLoad(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        from,
                        to,
                        Equipment.DRY_VAN,
                        CargoMode.PARTIAL,
                        kilograms(1)));
    }

    @Test
    void aLoadGetsOnAndOffAtTheStopsNearestToWhereItGoes() {
        assertEquals(new Way(0, 1), of(CHICAGO, DENVER, CHICAGO, DENVER, SALT_LAKE_CITY));
        assertEquals(new Way(1, 2), of(DENVER, SALT_LAKE_CITY, CHICAGO, DENVER, SALT_LAKE_CITY));
        assertEquals(new Way(0, 2), of(CHICAGO, SALT_LAKE_CITY, CHICAGO, DENVER, SALT_LAKE_CITY));
    }

    @Test
    void itGetsOffAfterItGotOnWhateverIsNearest() {
        assertEquals(new Way(1, 2), of(DENVER, CHICAGO, CHICAGO, DENVER, SALT_LAKE_CITY));
        assertEquals(new Way(1, 2), of(DENVER, CHICAGO, CHICAGO, DENVER, CHICAGO));
    }

    @Test
    void itNeverGetsOnAtTheLastStop() {
        assertEquals(new Way(1, 2), of(SALT_LAKE_CITY, CHICAGO, CHICAGO, DENVER, SALT_LAKE_CITY));
    }

    @Test
    void waysMeetWhereTheyShareASegmentAndNotWhereTheyShareAStop() {
        assertTrue(new Way(0, 2).meets(new Way(1, 3)));
        assertTrue(new Way(1, 2).meets(new Way(0, 3)));
        assertFalse(new Way(0, 1).meets(new Way(1, 2)));
        assertFalse(new Way(1, 2).meets(new Way(0, 1)));
    }
}
