package org.lanerunner.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.bookings.BookingFixture.LATER;
import static org.lanerunner.bookings.BookingFixture.MINUTE;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.OfferedLeg;

/** A broker's booking tells on what is told of the booking that carries it. */
class BrokersBookingTest {

    private final OfferedLeg leg = LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER);
    private final Booking brokers = BookingFixture.brokers(leg);
    private final Booking carriers = BookingFixture.carrying(leg, brokers, NOW);

    @Test
    void itHasNoTripAndIsCarriedByOneThatHas() {
        assertFalse(brokers.hasTrip());
        assertNull(brokers.confirmed().data().get("tripId"));
        assertEquals(true, brokers.confirmed().data().get("brokered"));
        assertTrue(carriers.hasTrip());
        assertEquals(brokers.sellerOrganisationId(), carriers.buyerOrganisationId());
        assertEquals(brokers.id().toString(), carriers.confirmed().data().get("upstreamBookingId"));
    }

    @Test
    void itFollowsFromDispatchToDeliveryWithTheSameTimesAndTheSameProof() {
        assertEquals(List.of("booking.dispatched"), told(() -> carriers.dispatch(at(0), at(0))));
        assertEquals(List.of("booking.arrived"), told(() -> carriers.arrive(0, fence(1))));
        assertEquals(BookingStatus.AT_PICKUP, brokers.status());
        assertTrue(brokers.beforeLoading());
        // the departure from the pickup is inferred from the next arrival
        assertEquals(List.of("booking.departed", "booking.arrived"), told(() -> carriers.arrive(1, fence(3))));
        assertEquals(BookingStatus.AT_DELIVERY, brokers.status());
        Proof proof = BookingFixture.proof(at(4));
        assertEquals(List.of("booking.delivered"), told(() -> carriers.deliver(proof, Duration.ZERO, at(5))));
        assertEquals(proof, brokers.proof());
        assertEquals(BookingStatus.DELIVERED, brokers.status());
        assertEquals(List.of("booking.departed"), told(() -> carriers.depart(1, fence(5))));
        assertEquals(BookingStatus.DELIVERED, brokers.status());
        for (BookingStop stop : carriers.road().stops()) {
            for (RoadFactKind kind : RoadFactKind.values()) {
                assertTrue(brokers.road().stop(stop.sequence()).saysTheSame(kind, stop), kind + " " + stop.sequence());
            }
        }
    }

    @Test
    void aCorrectionIsPassedOnUntilTheMoneyHasMoved() {
        told(() -> carriers.dispatch(at(0), at(0)));
        told(() -> carriers.arrive(0, fence(2)));
        assertEquals(
                List.of("booking.arrival-corrected"), told(() -> carriers.correct(RoadFactKind.ARRIVAL, 0, fence(1))));
        assertEquals(at(1), brokers.road().first().arrivedAt());
        told(() -> carriers.arrive(1, fence(3)));
        told(() -> carriers.deliver(BookingFixture.proof(at(4)), Duration.ZERO, at(4)));
        brokers.settle(at(5));
        assertEquals(List.of(), told(() -> carriers.correct(RoadFactKind.ARRIVAL, 1, byHand(2))));
        assertEquals(at(3), brokers.road().last().arrivedAt());
    }

    @Test
    void whatTheCarrierTookBackIsTakenBackHereToo() {
        told(() -> carriers.dispatch(at(0), at(0)));
        told(() -> carriers.arrive(0, byHand(1)));
        told(() -> carriers.arrive(1, byHand(3)));
        List<TakenBack> taken = carriers.undo(RoadFactKind.ARRIVAL, 1, UUID.randomUUID(), MINUTE, LATER);
        assertEquals(
                List.of("booking.arrival-withdrawn", "booking.departure-withdrawn"),
                types(brokers.undoAsToldOf(taken, LATER)));
        assertEquals(BookingStatus.AT_PICKUP, brokers.status());
        brokers.undoAsToldOf(carriers.undo(RoadFactKind.ARRIVAL, 0, UUID.randomUUID(), MINUTE, LATER), LATER);
        assertEquals(BookingStatus.DISPATCHED, brokers.status());
        carriers.undoDispatch(MINUTE, at(0));
        assertEquals(List.of("booking.dispatch-withdrawn"), types(brokers.undoDispatchAsToldOf(at(0), at(0))));
        assertEquals(BookingStatus.CONFIRMED, brokers.status());
        assertEquals(List.of("booking.dispatched"), told(() -> carriers.dispatch(at(5), at(5))));
    }

    @Test
    void whatACarrierToldWhoSteppedBackStaysUntilTheNextTellsIt() {
        told(() -> carriers.dispatch(at(0), at(0)));
        told(() -> carriers.arrive(0, byHand(2)));
        carriers.cancel("breakdown", at(3));
        assertEquals(BookingStatus.AT_PICKUP, brokers.status());
        assertTrue(brokers.beforeLoading());
        Booking next = BookingFixture.carrying(leg, brokers, at(3));
        next.dispatch(at(4), at(4));
        assertEquals(List.of(), types(brokers.passOn(next, Duration.ZERO, at(4))));
        assertEquals(at(2), brokers.road().first().arrivedAt());
        assertEquals(at(0), brokers.road().dispatchedAt(), "with its own dispatch before it");
        next.arrive(0, fence(5));
        assertEquals(
                List.of("booking.dispatched", "booking.arrival-corrected"),
                types(brokers.passOn(next, Duration.ZERO, at(5))));
        assertEquals(at(4), brokers.road().dispatchedAt());
        next.depart(0, fence(6));
        brokers.passOn(next, Duration.ZERO, at(6));
        assertEquals(BookingStatus.IN_TRANSIT, brokers.status());
        assertFalse(brokers.beforeLoading());
    }

    @Test
    void theDispatchOfAVehicleThatHasGoneGivesWayToTheNext() {
        OfferedLeg late = LoadFixture.offeredLate(CHICAGO, DENVER);
        Booking sold = BookingFixture.brokers(late);
        Booking first = BookingFixture.carrying(late, sold, at(1));
        first.dispatch(at(3), at(3));
        assertEquals(List.of("booking.dispatched"), types(sold.passOn(first, Duration.ZERO, at(3))));
        first.cancel("breakdown", at(3));
        Booking next = BookingFixture.carrying(late, sold, at(4));
        next.dispatch(at(2), at(4));
        assertEquals(List.of("booking.dispatched"), types(sold.passOn(next, Duration.ZERO, at(5))));
        assertEquals(at(2), sold.road().dispatchedAt());
        assertEquals(at(4), sold.road().dispatchedReceivedAt());
        assertEquals(BookingStatus.DISPATCHED, sold.status());
        assertEquals(List.of(), types(sold.passOn(next, Duration.ZERO, at(5))));
    }

    @Test
    void itCanNoLongerBeCarriedAsAgreedOnceADeliverysWindowIsOver() {
        assertFalse(brokers.road().overAt(leg.expiresAt().minusNanos(1)));
        assertTrue(brokers.road().overAt(leg.expiresAt()));
    }

    private List<String> told(Runnable onTheRoad) {
        onTheRoad.run();
        return types(brokers.passOn(carriers, Duration.ZERO, at(5)));
    }

    private static List<String> types(List<DomainEvent> events) {
        return events.stream().map(DomainEvent::type).toList();
    }

    private static Instant at(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static RoadFact fence(int hours) {
        return BookingFixture.fence(at(hours));
    }

    private static RoadFact byHand(int hours) {
        return RoadFact.byPerson(UUID.randomUUID(), at(hours), BookingFixture.LATER, "by hand");
    }
}
