package org.lanerunner.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.SALT_LAKE_CITY;
import static org.lanerunner.loads.LoadFixture.kilograms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.SiteTime;

class TripTest {

    private final UUID carrier = UUID.randomUUID();
    private final Trip trip = trip(20_000);

    private Trip trip(int kilograms) {
        return new Trip(
                carrier,
                new TripPlan(
                        Equipment.DRY_VAN,
                        kilograms(kilograms),
                        List.of(stop(CHICAGO, 2), stop(DENVER, 20), stop(SALT_LAKE_CITY, 32)),
                        null,
                        null),
                false,
                NOW);
    }

    private static TripPlan.Stop stop(Site site, int hours) {
        return new TripPlan.Stop(site, SiteTime.at(NOW.plus(Duration.ofHours(hours)), site.zone()));
    }

    private static CarriedLoad carried(CargoMode mode, int kilograms, Site from, Site to) {
        return CarriedLoad.of(UUID.randomUUID(), LoadFixture.offered(mode, kilograms, from, to));
    }

    private static VehicleView vehicle(Equipment equipment, int kilograms) {
        return new VehicleView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Truck 7",
                "IL 123",
                equipment,
                kilograms(kilograms),
                true,
                NOW,
                0);
    }

    private static DriverView driver() {
        return new DriverView(UUID.randomUUID(), UUID.randomUUID(), "Sam", null, null, true, NOW, 0);
    }

    private Capacity remaining(int segment) {
        return trip.view(true).segments().get(segment).remaining();
    }

    @Test
    void aPartialLoadTakesItsPartOfItsSegmentsOnly() {
        trip.reserve(carried(CargoMode.PARTIAL, 5000, CHICAGO, DENVER), NOW);
        assertEquals(kilograms(15_000), remaining(0));
        assertEquals(kilograms(20_000), remaining(1));
    }

    @Test
    void aFullLoadTakesTheWholeVehicleOnItsSegments() {
        trip.reserve(carried(CargoMode.FULL, 1, CHICAGO, DENVER), NOW);
        assertEquals(kilograms(0), remaining(0));
        assertThrows(Refusal.class, () -> trip.reserve(carried(CargoMode.PARTIAL, 1, CHICAGO, SALT_LAKE_CITY), NOW));
        trip.reserve(carried(CargoMode.FULL, 1, DENVER, SALT_LAKE_CITY), NOW);
    }

    @Test
    void aFullLoadNeedsAnEmptyVehicle() {
        trip.reserve(carried(CargoMode.PARTIAL, 1, DENVER, SALT_LAKE_CITY), NOW);
        Refusal refusal = assertThrows(
                Refusal.class, () -> trip.reserve(carried(CargoMode.FULL, 1, CHICAGO, SALT_LAKE_CITY), NOW));
        assertEquals("trips/no-capacity", refusal.slug());
    }

    @Test
    void aTripWhoseTimeIsOverTakesNothing() {
        Instant end = NOW.plus(Duration.ofHours(32));
        trip.reserve(carried(CargoMode.PARTIAL, 1, CHICAGO, DENVER), end.minusMillis(1));
        Refusal refusal =
                assertThrows(Refusal.class, () -> trip.reserve(carried(CargoMode.PARTIAL, 1, CHICAGO, DENVER), end));
        assertEquals("trips/not-open", refusal.slug());
    }

    @Test
    void theOtherWayIsRefused() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> trip.reserve(carried(CargoMode.PARTIAL, 1, SALT_LAKE_CITY, CHICAGO), NOW));
        assertEquals("trips/wrong-way", refusal.slug());
    }

    @Test
    void aRoundTripCarriesBothWays() {
        Trip round = new Trip(
                carrier,
                new TripPlan(
                        Equipment.DRY_VAN,
                        kilograms(10),
                        List.of(stop(CHICAGO, 2), stop(DENVER, 20), stop(CHICAGO, 40)),
                        null,
                        null),
                false,
                NOW);
        round.reserve(carried(CargoMode.FULL, 10, CHICAGO, DENVER), NOW);
        round.reserve(carried(CargoMode.FULL, 10, DENVER, CHICAGO), NOW);
    }

    @Test
    void whatIsReleasedCanBeReservedAgain() {
        CarriedLoad load = carried(CargoMode.FULL, 9000, CHICAGO, SALT_LAKE_CITY);
        trip.reserve(load, NOW);
        assertNull(trip.release(load.bookingId()));
        assertEquals(kilograms(20_000), remaining(0));
        trip.reserve(carried(CargoMode.FULL, 9000, CHICAGO, SALT_LAKE_CITY), NOW);
    }

    @Test
    void aTripMadeForABookingIsCancelledWithIt() {
        var leg = LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER);
        Trip made = new Trip(carrier, TripPlan.along(leg), true, NOW);
        CarriedLoad carried = CarriedLoad.of(UUID.randomUUID(), leg);
        made.reserve(carried, NOW);
        assertEquals("trip.cancelled", made.release(carried.bookingId()).type());
    }

    @Test
    void driverAndVehicleMustFit() {
        assertEquals(
                "trips/vehicle-too-small",
                refusal(driver(), vehicle(Equipment.DRY_VAN, 19_999)).slug());
        assertEquals(
                "trips/wrong-equipment",
                refusal(driver(), vehicle(Equipment.REEFER, 20_000)).slug());
        assertNotNull(trip.assign(driver(), vehicle(Equipment.DRY_VAN, 20_000), null, NOW));
    }

    private Refusal refusal(DriverView driver, VehicleView vehicle) {
        return assertThrows(Refusal.class, () -> trip.assign(driver, vehicle, null, NOW));
    }

    @Test
    void aTripStartsOnceAndOnlyWithDriverAndVehicle() {
        assertEquals(
                "trips/not-assigned",
                assertThrows(Refusal.class, () -> trip.start(NOW)).slug());
        trip.assign(driver(), vehicle(Equipment.DRY_VAN, 20_000), null, NOW);
        assertEquals("trip.started", trip.start(NOW).type());
        assertEquals(
                "trips/not-possible",
                assertThrows(Refusal.class, () -> trip.start(NOW)).slug());
    }

    @Test
    void onAStartedTripOthersTakeOverAndWhoDroveStaysKnown() {
        DriverView first = driver();
        DriverView second = driver();
        VehicleView truck = vehicle(Equipment.DRY_VAN, 20_000);
        trip.assign(driver(), truck, null, NOW);
        trip.assign(first, truck, null, NOW);
        trip.start(NOW);
        handOver(second, truck, NOW.plusSeconds(60));
        handOver(first, vehicle(Equipment.DRY_VAN, 20_000), NOW.plusSeconds(90));
        trip.complete(NOW.plusSeconds(120));
        assertEquals(
                List.of(first.id() + " 0-60", second.id() + " 60-90", first.id() + " 90-120"),
                spans(),
                "who was named before the start and never drove is not among them");
    }

    @Test
    void whoDroveUntilATripWasStoodDownStaysKnownWhenAnotherIsNamed() {
        DriverView first = driver();
        DriverView second = driver();
        VehicleView truck = vehicle(Equipment.DRY_VAN, 20_000);
        trip.assign(first, truck, null, NOW);
        trip.start(NOW);
        standDown(60);
        trip.assign(driver(), truck, null, NOW.plusSeconds(70));
        trip.assign(second, truck, null, NOW.plusSeconds(80));
        trip.start(NOW.plusSeconds(90));
        trip.complete(NOW.plusSeconds(120));
        assertEquals(List.of(first.id() + " 0-60", second.id() + " 90-120"), spans());
    }

    @Test
    void whoTookOverAndWasStoodDownStaysKnownAndTheNextCountsFromTheNextStart() {
        DriverView first = driver();
        DriverView second = driver();
        DriverView third = driver();
        VehicleView truck = vehicle(Equipment.DRY_VAN, 20_000);
        trip.assign(first, truck, null, NOW);
        trip.start(NOW);
        handOver(second, truck, NOW.plusSeconds(60));
        standDown(90);
        trip.assign(third, truck, null, NOW.plusSeconds(95));
        trip.start(NOW.plusSeconds(100));
        trip.complete(NOW.plusSeconds(120));
        assertEquals(List.of(first.id() + " 0-60", second.id() + " 60-90", third.id() + " 100-120"), spans());
    }

    @Test
    void asLongAsNobodyElseIsNamedTheSameDriverStaysTakenAndDrivesAgain() {
        DriverView driver = driver();
        VehicleView truck = vehicle(Equipment.DRY_VAN, 20_000);
        trip.assign(driver, truck, null, NOW);
        Instant from = trip.present().takenFrom();
        Instant until = trip.present().takenUntil();
        trip.start(NOW);
        standDown(60);
        assertEquals(from, trip.assignments().get(0).takenUntil(), "no part of it is taken twice");
        assertEquals(
                List.of(from, until),
                List.of(trip.present().takenFrom(), trip.present().takenUntil()));
        assertEquals(driver.id(), trip.view(true).driver().id());
        trip.start(NOW.plusSeconds(30));
        trip.complete(NOW.plusSeconds(120));
        assertEquals(
                List.of(driver.id() + " 0-60", driver.id() + " 60-120"),
                spans(),
                "two drive a trip at no time at once");
    }

    @Test
    void whoTookOverIsTakenAsBeforeWhenTheTripIsStoodDownLate() {
        VehicleView truck = vehicle(Equipment.DRY_VAN, 20_000);
        trip.assign(driver(), truck, null, NOW);
        Instant until = trip.present().takenUntil();
        trip.start(NOW);
        Instant handedOver = trip.present().takenFrom().plusSeconds(60);
        handOver(driver(), truck, handedOver);
        trip.standDown(handedOver.plusSeconds(60));
        trip.standBy();
        assertEquals(handedOver, trip.assignments().get(1).takenUntil());
        assertEquals(
                List.of(handedOver, until),
                List.of(trip.present().takenFrom(), trip.present().takenUntil()));
    }

    @Test
    void aTripThatFallsWithItsBookingTakesNobodyAndSaysWhoDrove() {
        DriverView driver = driver();
        var leg = LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER);
        Trip made = new Trip(carrier, TripPlan.along(leg), true, NOW);
        CarriedLoad carried = CarriedLoad.of(UUID.randomUUID(), leg);
        made.reserve(carried, NOW);
        made.assign(driver, vehicle(Equipment.DRY_VAN, 20_000), null, NOW);
        made.start(NOW);
        long late = seconds(made.present().takenFrom()) + 60;
        made.standDown(NOW.plusSeconds(late));
        made.release(carried.bookingId());
        made.standBy();
        assertEquals(List.of(driver.id() + " 0-" + late), spans(made));
        assertEquals(made.present().takenFrom(), made.present().takenUntil());
    }

    @Test
    void aTripWhoseFirstDispatchIsTakenBackBeganWithTheNext() {
        trip.assign(driver(), vehicle(Equipment.DRY_VAN, 20_000), null, NOW);
        trip.start(NOW);
        trip.startedLater(NOW.plusSeconds(30));
        assertEquals(
                NOW.plusSeconds(30).toString(),
                trip.complete(NOW.plusSeconds(120)).data().get("startedAt").toString());
    }

    private void standDown(int second) {
        trip.standDown(NOW.plusSeconds(second));
        trip.standBy();
    }

    private List<String> spans() {
        return spans(trip);
    }

    private static List<String> spans(Trip trip) {
        return trip.assignments().stream()
                .map(Assignment::view)
                .map(span -> span.driver().id() + " " + seconds(span.from()) + "-" + seconds(span.to()))
                .toList();
    }

    @Test
    void aHandOverIsNeitherOfTheFutureNorFromBeforeThePresentOnesBegan() {
        VehicleView truck = vehicle(Equipment.DRY_VAN, 20_000);
        trip.assign(driver(), truck, null, NOW);
        trip.start(NOW);
        handOver(driver(), truck, NOW.plusSeconds(60));
        for (int second : List.of(59, 101)) {
            assertEquals(
                    "request/invalid",
                    assertThrows(Refusal.class, () -> trip.relieve(NOW.plusSeconds(second), NOW.plusSeconds(100)))
                            .slug());
        }
    }

    @Test
    void whoIsRelievedIsFreeAndWhoTakesOverIsTakenUntilTheTripsEnd() {
        VehicleView truck = vehicle(Equipment.DRY_VAN, 20_000);
        trip.assign(driver(), truck, null, NOW);
        Instant planned = trip.present().takenUntil();
        trip.start(NOW);
        Instant onTheWay = planned.minusSeconds(60);
        handOver(driver(), truck, onTheWay);
        assertEquals(onTheWay, trip.assignments().get(0).takenUntil());
        assertEquals(
                List.of(onTheWay, planned),
                List.of(trip.present().takenFrom(), trip.present().takenUntil()));
        handOver(driver(), truck, planned.plusSeconds(60));
        assertEquals(planned, trip.assignments().get(1).takenUntil(), "a late trip takes nobody longer than planned");
        trip.complete(planned.plusSeconds(120));
        assertEquals(planned.plusSeconds(60), trip.present().takenUntil());
    }

    @Test
    void aTripThatIsCalledOffTakesNobody() {
        trip.assign(driver(), vehicle(Equipment.DRY_VAN, 20_000), null, NOW);
        trip.cancel();
        assertEquals(trip.present().takenFrom(), trip.present().takenUntil());
        assertEquals(trip.present().from(), trip.present().to());
    }

    private void handOver(DriverView driver, VehicleView vehicle, Instant at) {
        trip.relieve(at, at);
        trip.assign(driver, vehicle, null, at);
    }

    private static long seconds(Instant at) {
        return Duration.between(NOW, at).toSeconds();
    }

    @Test
    void completingEndsItsTimeButNeverBeforeItsStart() {
        trip.assign(driver(), vehicle(Equipment.DRY_VAN, 20_000), null, NOW);
        trip.start(NOW);
        Instant end = NOW.plus(Duration.ofHours(1));
        trip.complete(end);
        TripView view = trip.view(true);
        assertEquals(view.startsAt(), view.endsAt());
        assertThrows(Refusal.class, trip::cancel);
    }

    @Test
    void aCarrierKeepsNoExactPlaceOfALoadWhoseBookingFell() {
        Site dock = new Site("city:4887398", "Chicago", "IL", "US", 41.87891, -87.63592, "America/Chicago", true);
        var leg = LoadFixture.offered(CargoMode.FULL, 9000, dock, DENVER);
        Trip made = new Trip(carrier, TripPlan.along(leg), true, NOW);
        CarriedLoad carried = CarriedLoad.of(UUID.randomUUID(), leg);
        made.reserve(carried, NOW);
        assertEquals(41.87891, made.view(true).stops().get(0).place().latitude());
        made.release(carried.bookingId());
        assertEquals(41.9, made.view(true).stops().get(0).place().latitude());
    }

    @Test
    void whatCarriesSomethingIsNotCancelled() {
        trip.reserve(carried(CargoMode.PARTIAL, 1, CHICAGO, DENVER), NOW);
        assertEquals("trips/booked", assertThrows(Refusal.class, trip::cancel).slug());
    }

    @Property(tries = 300)
    void noOrderOfBookingsAndCancellationsLosesCapacity(
            @ForAll @Size(max = 30) List<@IntRange(max = 11) Integer> steps) {
        Trip fresh = trip(10);
        List<UUID> carried = new ArrayList<>();
        for (int step : steps) {
            Site from = step % 2 == 0 ? CHICAGO : DENVER;
            CarriedLoad load =
                    carried(step % 3 == 0 ? CargoMode.FULL : CargoMode.PARTIAL, 1 + step % 5, from, SALT_LAKE_CITY);
            try {
                fresh.reserve(load, NOW);
                carried.add(load.bookingId());
            } catch (Refusal full) {
                if (!carried.isEmpty()) {
                    fresh.release(carried.remove(step % carried.size()));
                }
            }
            for (TripView.SegmentView segment : fresh.view(true).segments()) {
                int left = segment.remaining().weightKilograms().intValue();
                assertEquals(true, left >= 0 && left <= 10, "left " + left);
            }
        }
        carried.forEach(fresh::release);
        assertEquals(kilograms(10), fresh.view(true).segments().get(0).remaining());
        assertEquals(kilograms(10), fresh.view(true).segments().get(1).remaining());
    }
}
