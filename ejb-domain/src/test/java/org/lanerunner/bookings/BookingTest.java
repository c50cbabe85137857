package org.lanerunner.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.bookings.BookingFixture.LATER;
import static org.lanerunner.bookings.BookingFixture.fence;
import static org.lanerunner.bookings.BookingFixture.proof;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.StopKind;
import org.lanerunner.shared.Refusal;

class BookingTest {

    private static final Instant PICKUP_OPENS = NOW.plus(Duration.ofHours(2));

    private final Booking booking = booking();

    private static Booking booking() {
        return BookingFixture.booking(LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER));
    }

    private String slug(Runnable change) {
        return assertThrows(Refusal.class, change::run).slug();
    }

    private void driveToTheEnd() {
        booking.dispatch(PICKUP_OPENS, LATER);
        booking.arrive(0, fence(PICKUP_OPENS.plusSeconds(60)));
        booking.depart(0, fence(PICKUP_OPENS.plusSeconds(120)));
        booking.arrive(1, fence(PICKUP_OPENS.plusSeconds(180)));
    }

    @Test
    void aBookingRunsFromConfirmedToSettled() {
        driveToTheEnd();
        booking.deliver(proof(PICKUP_OPENS.plusSeconds(200)), Duration.ofHours(72), LATER);
        assertEquals("booking.proof-accepted", booking.acceptProof().type());
        booking.settle(LATER);
        assertEquals(BookingStatus.SETTLED, booking.status());
    }

    @Test
    void bookingIsDispatchedOnlyOnce() {
        booking.dispatch(PICKUP_OPENS, LATER);
        assertEquals("bookings/not-confirmed", slug(() -> booking.dispatch(PICKUP_OPENS, LATER)));
    }

    @Test
    void whoTookOverBeforeItWasDispatchedBroughtItFromItsDispatchOn() {
        booking.dispatch(PICKUP_OPENS, LATER);
        for (int second : List.of(-60, 60)) {
            DomainEvent told = booking.drivenBy(BookingFixture.takenOver(PICKUP_OPENS.plusSeconds(second)))
                    .orElseThrow();
            assertEquals(
                    PICKUP_OPENS.plusSeconds(Math.max(second, 0)).toString(),
                    told.data().get("from"));
            assertEquals(
                    Set.of("driverId", "vehicleId"), ((Map<?, ?>) told.data().get("before")).keySet());
        }
    }

    @Test
    void nothingHappensOnTheRoadBeforeDispatch() {
        assertEquals("bookings/not-dispatched", slug(() -> booking.arrive(0, fence(PICKUP_OPENS))));
        assertEquals("bookings/not-dispatched", slug(() -> booking.deliver(proof(PICKUP_OPENS), Duration.ZERO, LATER)));
    }

    @Test
    void stopsAreReachedInTheirOrder() {
        booking.dispatch(PICKUP_OPENS, LATER);
        assertEquals("bookings/stop-order", slug(() -> booking.arrive(1, fence(PICKUP_OPENS))));
        assertEquals("bookings/not-arrived", slug(() -> booking.depart(0, fence(PICKUP_OPENS))));
    }

    @Test
    void aDepartureThatNobodySawFollowsFromTheNextArrival() {
        booking.dispatch(PICKUP_OPENS, LATER);
        booking.arrive(0, fence(PICKUP_OPENS));
        List<DomainEvent> told = booking.arrive(1, fence(PICKUP_OPENS.plusSeconds(60)));
        assertEquals(
                List.of("booking.departed", "booking.arrived"),
                told.stream().map(DomainEvent::type).toList());
    }

    @Test
    void factsOfTheRoadAreNeitherOfTheFutureNorFromBeforeTheBooking() {
        assertEquals("request/invalid", slug(() -> booking.dispatch(LATER.plusSeconds(1), LATER)));
        assertEquals("request/invalid", slug(() -> booking.dispatch(NOW.minusNanos(1000), LATER)));
        booking.dispatch(NOW, LATER);
        booking.arrive(0, fence(NOW.plusSeconds(60)));
        assertEquals("request/invalid", slug(() -> booking.depart(0, fence(NOW.plusSeconds(59)))));
    }

    @Test
    void nothingIsReachedBeforeTheDispatch() {
        booking.dispatch(NOW.plusSeconds(60), LATER);
        assertEquals("request/invalid", slug(() -> booking.arrive(0, fence(NOW.plusSeconds(59)))));
        assertFalse(booking.mayArrive(0, NOW.plusSeconds(59)));
        assertTrue(booking.mayArrive(0, NOW.plusSeconds(60)));
    }

    @Test
    void positionsAreShownFromTheDispatchOn() {
        assertNull(booking.road().underWayFrom());
        booking.dispatch(PICKUP_OPENS, LATER);
        assertEquals(PICKUP_OPENS, booking.road().underWayFrom());
    }

    @Test
    void factsOfALateEntryLieAfterItsFirstWindowOpenedAndItsPositionsAreShownFromTheDispatch() {
        Instant opened = NOW.minus(Duration.ofHours(5));
        Booking late = BookingFixture.booking(LoadFixture.offered(
                LoadFixture.stop(StopKind.PICKUP, CHICAGO, opened, Duration.ofHours(4)),
                LoadFixture.stop(StopKind.DELIVERY, DENVER, opened, Duration.ofHours(20))));
        assertEquals("request/invalid", slug(() -> late.dispatch(opened.minusNanos(1000), NOW)));
        late.dispatch(opened, NOW);
        assertEquals(opened, late.road().underWayFrom());
    }

    @Test
    void ofACancelledBookingOnlyTheOwnSideIsKnown() {
        UUID buyer = booking.buyerOrganisationId();
        UUID seller = booking.sellerOrganisationId();
        booking.dispatch(NOW, NOW);
        assertTrue(booking.knows(seller, buyer) && booking.knows(buyer, seller));
        booking.cancel("no truck", NOW);
        assertFalse(booking.knows(seller, buyer) || booking.knows(buyer, seller));
        assertTrue(booking.knows(seller, seller) && booking.knows(buyer, buyer));
    }

    @Test
    void dispatchBeforeTheWindowOpensIsPossibleNow() {
        booking.dispatch(NOW, NOW);
        assertEquals(BookingStatus.DISPATCHED, booking.status());
    }

    @Test
    void theLastStopMayBeLeftAfterTheDelivery() {
        driveToTheEnd();
        booking.deliver(proof(PICKUP_OPENS.plusSeconds(200)), Duration.ofHours(72), LATER);
        assertTrue(booking.mayDepart(1, PICKUP_OPENS.plusSeconds(300)));
        booking.depart(1, fence(PICKUP_OPENS.plusSeconds(300)));
        assertEquals(BookingStatus.DELIVERED, booking.status());
    }

    @Test
    void nothingLoadedIsCancelled() {
        booking.dispatch(PICKUP_OPENS, LATER);
        booking.arrive(0, fence(PICKUP_OPENS));
        booking.depart(0, fence(PICKUP_OPENS.plusSeconds(1)));
        assertEquals("bookings/loaded", slug(() -> booking.cancel("changed my mind", LATER)));
    }

    @Test
    void atASecondPickupSomethingIsLoadedAlready() {
        Booking twoPickups = BookingFixture.booking(LoadFixture.offered(
                LoadFixture.stop(StopKind.PICKUP, CHICAGO, PICKUP_OPENS, Duration.ofHours(1)),
                LoadFixture.stop(StopKind.PICKUP, CHICAGO, PICKUP_OPENS, Duration.ofHours(2)),
                LoadFixture.stop(StopKind.DELIVERY, DENVER, PICKUP_OPENS, Duration.ofHours(20))));
        twoPickups.dispatch(PICKUP_OPENS, LATER);
        twoPickups.arrive(0, fence(PICKUP_OPENS));
        twoPickups.depart(0, fence(PICKUP_OPENS.plusSeconds(1)));
        twoPickups.arrive(1, fence(PICKUP_OPENS.plusSeconds(2)));
        assertEquals(BookingStatus.AT_PICKUP, twoPickups.status());
        assertEquals("bookings/loaded", slug(() -> twoPickups.cancel("changed my mind", LATER)));
    }

    @Test
    void aFencesWordThatDoesNotFitWhatIsKnownIsPassedOver() {
        booking.dispatch(PICKUP_OPENS, LATER);
        assertFalse(booking.mayArrive(1, LATER));
        booking.arrive(0, fence(PICKUP_OPENS.plusSeconds(60)));
        assertFalse(booking.mayDepart(0, PICKUP_OPENS.plusSeconds(59)));
        assertTrue(booking.mayDepart(0, PICKUP_OPENS.plusSeconds(60)));
        booking.depart(0, fence(PICKUP_OPENS.plusSeconds(90)));
        assertFalse(booking.mayArrive(1, PICKUP_OPENS.plusSeconds(89)));
        assertTrue(booking.mayArrive(1, PICKUP_OPENS.plusSeconds(90)));
    }

    @Test
    void aProofThatIsAcceptedToWaitIsDueFromThenOnAndAcceptedOnce() {
        assertEquals("bookings/not-delivered", slug(() -> booking.acceptProofToWait(LATER)));
        driveToTheEnd();
        booking.deliver(proof(PICKUP_OPENS.plusSeconds(200)), Duration.ofHours(72), LATER);
        assertEquals("booking.proof-accepted", booking.acceptProofToWait(LATER).type());
        assertEquals(BookingStatus.DELIVERED, booking.status());
        assertTrue(booking.releaseDue(LATER));
        assertEquals("bookings/release-waits", slug(() -> booking.acceptProofToWait(LATER)));
        booking.settle(LATER);
    }

    @Test
    void theEscrowIsDueByTheServersClockNotByTheRoads() {
        driveToTheEnd();
        booking.deliver(proof(PICKUP_OPENS.plusSeconds(200)), Duration.ofHours(72), LATER);
        assertFalse(booking.releaseDue(LATER.plus(Duration.ofHours(72)).minusMillis(1)));
        assertTrue(booking.releaseDue(LATER.plus(Duration.ofHours(72))));
        booking.settle(LATER);
        assertEquals("bookings/not-delivered", slug(booking::acceptProof));
        assertEquals("bookings/not-delivered", slug(() -> booking.settle(LATER)));
    }
}
