package org.lanerunner.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.SALT_LAKE_CITY;
import static org.lanerunner.loads.LoadFixture.kilograms;
import static org.lanerunner.trips.ReservationRule.FEW_ENOUGH_BOOKINGS;
import static org.lanerunner.trips.ReservationRule.GOES_THE_SAME_WAY;
import static org.lanerunner.trips.ReservationRule.NOBODY_SHARES_A_FULL_VEHICLE;
import static org.lanerunner.trips.ReservationRule.NOTHING_MORE_ONCE_OVER;
import static org.lanerunner.trips.ReservationRule.RIGHT_EQUIPMENT;
import static org.lanerunner.trips.ReservationRule.ROOM_ON_EVERY_SEGMENT_OF_THE_WAY;
import static org.lanerunner.trips.ReservationRule.VEHICLE_IS_BIG_ENOUGH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.SiteTime;

/** A trip of a dry van for 20 t from Chicago over Denver to Salt Lake City. */
class ReservationRuleTest {

    private static final Instant END = NOW.plus(Duration.ofHours(32));

    private final Trip trip = new Trip(
            UUID.randomUUID(),
            new TripPlan(
                    Equipment.DRY_VAN,
                    kilograms(20_000),
                    List.of(
                            stop(CHICAGO, NOW.plus(Duration.ofHours(2))),
                            stop(DENVER, NOW.plus(Duration.ofHours(20))),
                            stop(SALT_LAKE_CITY, END)),
                    null,
                    null),
            false,
            NOW);

    private static TripPlan.Stop stop(Site site, Instant at) {
        return new TripPlan.Stop(site, SiteTime.at(at, site.zone()));
    }

    private static CarriedLoad load(CargoMode mode, int kilograms, Site from, Site to) {
        return load(Equipment.DRY_VAN, mode, kilograms, from, to);
    }

    private static CarriedLoad load(Equipment equipment, CargoMode mode, int kilograms, Site from, Site to) {
        return new CarriedLoad(UUID.randomUUID(), UUID.randomUUID(), from, to, equipment, mode, kilograms(kilograms));
    }

    private List<ReservationRule> broken(CarriedLoad load, Instant now) {
        RoomAsked asked = new RoomAsked(trip, load, Way.nearest(trip.stops(), load), now);
        return Stream.of(ReservationRule.values())
                .filter(rule -> !rule.holds(asked))
                .toList();
    }

    private List<ReservationRule> broken(CarriedLoad load) {
        return broken(load, NOW);
    }

    private void breaksOnly(ReservationRule rule, String slug, CarriedLoad load, Instant now) {
        assertEquals(List.of(rule), broken(load, now));
        Refusal refusal = assertThrows(Refusal.class, () -> trip.reserve(load, now));
        assertEquals(slug, refusal.slug());
        assertEquals(List.of(rule), broken(load, now), "nothing was taken");
    }

    @Test
    void nothingMoreOnceOver() {
        CarriedLoad load = load(CargoMode.PARTIAL, 1, CHICAGO, DENVER);
        assertEquals(List.of(), broken(load, END.minusNanos(1)));
        breaksOnly(NOTHING_MORE_ONCE_OVER, "trips/not-open", load, END);
    }

    @Test
    void rightEquipment() {
        breaksOnly(
                RIGHT_EQUIPMENT,
                "trips/wrong-equipment",
                load(Equipment.REEFER, CargoMode.PARTIAL, 1, CHICAGO, DENVER),
                NOW);
    }

    @Test
    void fewEnoughBookings() {
        CarriedLoad load = load(CargoMode.PARTIAL, 1, CHICAGO, DENVER);
        for (int booking = 0; booking < 50; booking++) {
            assertEquals(List.of(), broken(load));
            trip.reserve(load(CargoMode.PARTIAL, 1, CHICAGO, DENVER), NOW);
        }
        breaksOnly(FEW_ENOUGH_BOOKINGS, "trips/full", load, NOW);
    }

    @Test
    void goesTheSameWay() {
        assertEquals(List.of(), broken(load(CargoMode.PARTIAL, 1, DENVER, SALT_LAKE_CITY)));
        breaksOnly(GOES_THE_SAME_WAY, "trips/wrong-way", load(CargoMode.PARTIAL, 1, SALT_LAKE_CITY, CHICAGO), NOW);
    }

    @Test
    void nobodySharesAFullVehicle() {
        trip.reserve(load(CargoMode.PARTIAL, 0, CHICAGO, DENVER), NOW);
        breaksOnly(
                NOBODY_SHARES_A_FULL_VEHICLE,
                "trips/no-capacity",
                load(CargoMode.FULL, 1, CHICAGO, SALT_LAKE_CITY),
                NOW);
        CarriedLoad full = load(CargoMode.FULL, 1, DENVER, SALT_LAKE_CITY);
        assertEquals(List.of(), broken(full), "the other gets off where this one gets on");
        trip.reserve(full, NOW);
        breaksOnly(
                NOBODY_SHARES_A_FULL_VEHICLE,
                "trips/no-capacity",
                load(CargoMode.PARTIAL, 0, DENVER, SALT_LAKE_CITY),
                NOW);
    }

    @Test
    void vehicleIsBigEnough() {
        assertEquals(List.of(), broken(load(CargoMode.FULL, 20_000, CHICAGO, DENVER)));
        breaksOnly(VEHICLE_IS_BIG_ENOUGH, "trips/no-capacity", load(CargoMode.FULL, 20_001, CHICAGO, DENVER), NOW);
    }

    @Test
    void roomOnEverySegmentOfTheWay() {
        trip.reserve(load(CargoMode.PARTIAL, 15_000, DENVER, SALT_LAKE_CITY), NOW);
        assertEquals(List.of(), broken(load(CargoMode.PARTIAL, 20_000, CHICAGO, DENVER)));
        assertEquals(List.of(), broken(load(CargoMode.PARTIAL, 5_000, CHICAGO, SALT_LAKE_CITY)));
        breaksOnly(
                ROOM_ON_EVERY_SEGMENT_OF_THE_WAY,
                "trips/no-capacity",
                load(CargoMode.PARTIAL, 5_001, CHICAGO, SALT_LAKE_CITY),
                NOW);
    }

    @Test
    void ofSeveralThatDoNotHoldTheFirstIsTold() {
        CarriedLoad wrong = load(Equipment.REEFER, CargoMode.FULL, 20_001, SALT_LAKE_CITY, CHICAGO);
        assertEquals(
                List.of(NOTHING_MORE_ONCE_OVER, RIGHT_EQUIPMENT, GOES_THE_SAME_WAY, VEHICLE_IS_BIG_ENOUGH),
                broken(wrong, END));
        assertEquals(
                "trips/not-open",
                assertThrows(Refusal.class, () -> trip.reserve(wrong, END)).slug());
    }
}
