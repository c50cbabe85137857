package org.lanerunner.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.bookings.BookingFixture.LATER;
import static org.lanerunner.bookings.BookingFixture.MINUTE;
import static org.lanerunner.bookings.RoadFactKind.ARRIVAL;
import static org.lanerunner.bookings.RoadFactKind.DEPARTURE;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.StopKind;
import org.lanerunner.shared.Refusal;

/** What is told of a booking's way can be told anew; the later word of a source that is as strong is in force, where it fits the other stops. */
class RoadTest {

    private Booking booking;

    @BeforeEach
    void dispatched() {
        booking = BookingFixture.booking(LoadFixture.offered(
                LoadFixture.stop(StopKind.PICKUP, CHICAGO, NOW, Duration.ofHours(1)),
                LoadFixture.stop(StopKind.DELIVERY, DENVER, NOW, Duration.ofHours(20))));
        booking.dispatch(NOW, NOW);
    }

    @Test
    void aFullerTrackCorrectsWhatAFenceTold() {
        booking.arrive(0, fence(50));
        assertTrue(booking.mayCorrect(ARRIVAL, 0, fence(20)));
        DomainEvent corrected = booking.correct(ARRIVAL, 0, fence(20)).get(0);
        assertEquals("booking.arrival-corrected", corrected.type());
        assertEquals(at(50).toString(), corrected.data().get("before"));
        assertEquals(at(20), booking.road().stop(0).arrivedAt());
        assertFalse(booking.mayCorrect(ARRIVAL, 0, fence(20)), "this is known");
    }

    @Test
    void noFenceCorrectsAPerson() {
        booking.arrive(0, person(50));
        assertFalse(booking.mayCorrect(ARRIVAL, 0, fence(20)));
        refused("bookings/told-by-person", () -> booking.correct(ARRIVAL, 0, fence(20)));
        booking.correct(ARRIVAL, 0, person(30));
        assertEquals(at(30), booking.road().stop(0).arrivedAt());
    }

    @Test
    void aPersonCorrectsAFenceUntilTheMoneyHasMoved() {
        booking.arrive(0, fence(10));
        booking.depart(0, fence(20));
        booking.arrive(1, fence(30));
        booking.deliver(BookingFixture.proof(at(40)), Duration.ZERO, LATER);
        booking.correct(ARRIVAL, 1, person(25));
        refused("request/invalid", () -> booking.correct(ARRIVAL, 1, person(41)));
        booking.settle(LATER);
        refused("bookings/not-correctable", () -> booking.correct(ARRIVAL, 1, person(26)));
    }

    @Test
    void anArrivalAtTheLastStopIsNeverAfterItsDepartureNorAfterTheDelivery() {
        booking.arrive(0, fence(10));
        booking.arrive(1, fence(30));
        booking.depart(1, fence(35));
        booking.deliver(BookingFixture.proof(at(50)), Duration.ZERO, LATER);
        assertFalse(booking.mayCorrect(ARRIVAL, 1, fence(40)));
        refused("request/invalid", () -> booking.correct(ARRIVAL, 1, person(40)));
        booking.correct(ARRIVAL, 1, person(35));
        booking.correct(DEPARTURE, 1, person(60));
        refused("request/invalid", () -> booking.correct(ARRIVAL, 1, person(51)));
    }

    @Test
    void aCorrectionFitsTheStepsBesideIt() {
        booking.arrive(0, fence(10));
        booking.depart(0, fence(20));
        booking.arrive(1, fence(30));
        refused("request/invalid", () -> booking.correct(ARRIVAL, 0, person(21)));
        refused("request/invalid", () -> booking.correct(ARRIVAL, 0, person(-1)));
        refused("request/invalid", () -> booking.correct(DEPARTURE, 0, person(31)));
        refused("request/invalid", () -> booking.correct(DEPARTURE, 0, person(9)));
        refused("request/invalid", () -> booking.correct(ARRIVAL, 1, person(19)));
        refused("bookings/not-told", () -> booking.correct(DEPARTURE, 1, person(40)));
        assertEquals(at(30), booking.road().stop(1).arrivedAt());
    }

    @Test
    void aDepartureThatFollowedFromAnArrivalGoesWithIt() {
        booking.arrive(0, fence(10));
        booking.arrive(1, fence(40));
        List<DomainEvent> told = booking.correct(ARRIVAL, 1, fence(30));
        assertEquals(
                List.of("booking.departure-corrected", "booking.arrival-corrected"),
                told.stream().map(DomainEvent::type).toList());
        assertEquals(at(30), booking.road().stop(0).departedAt());
        booking.correct(DEPARTURE, 0, fence(15));
        assertEquals(List.of("booking.arrival-corrected"), types(booking.correct(ARRIVAL, 1, fence(20))));
        assertEquals(at(15), booking.road().stop(0).departedAt());
    }

    @Test
    void whatAPersonToldIsTakenBackStepByStepFromTheLatest() {
        booking.arrive(0, person(10));
        booking.depart(0, person(20));
        booking.arrive(1, person(40));
        refused("bookings/not-the-latest", () -> undo(DEPARTURE, 0));
        refused("bookings/not-the-latest", () -> undo(ARRIVAL, 0));
        refused("bookings/not-told", () -> undo(DEPARTURE, 1));
        assertEquals(List.of("booking.arrival-withdrawn"), types(undo(ARRIVAL, 1)));
        assertEquals(BookingStatus.IN_TRANSIT, booking.status());
        assertEquals(List.of("booking.departure-withdrawn"), types(undo(DEPARTURE, 0)));
        assertEquals(BookingStatus.AT_PICKUP, booking.status());
        List<DomainEvent> withdrawn = undo(ARRIVAL, 0);
        assertEquals(at(10).toString(), withdrawn.get(0).data().get("before"));
        assertEquals(BookingStatus.DISPATCHED, booking.status());
        assertNull(booking.road().first().arrivedAt());
        assertEquals(
                "booking.dispatch-withdrawn", booking.undoDispatch(MINUTE, NOW).type());
        assertEquals(BookingStatus.CONFIRMED, booking.status());
        assertNull(booking.road().dispatchedAt());
        booking.dispatch(NOW, NOW);
        booking.arrive(0, person(11));
        assertEquals(at(11), booking.road().first().arrivedAt());
    }

    @Test
    void aDepartureThatFollowedFromAnArrivalIsTakenBackWithIt() {
        booking.arrive(0, fence(10));
        booking.arrive(1, person(40));
        assertEquals(List.of("booking.arrival-withdrawn", "booking.departure-withdrawn"), types(undo(ARRIVAL, 1)));
        assertEquals(BookingStatus.AT_PICKUP, booking.status());
        assertNull(booking.road().first().departedAt());
        booking.arrive(1, person(40));
        booking.correct(DEPARTURE, 0, person(30));
        assertEquals(List.of("booking.arrival-withdrawn"), types(undo(ARRIVAL, 1)));
        assertEquals(BookingStatus.IN_TRANSIT, booking.status());
        assertEquals(at(30), booking.road().first().departedAt(), "somebody told this");
    }

    @Test
    void whatAFenceToldOrWhatWasCorrectedIsNotTakenBack() {
        booking.arrive(0, fence(10));
        refused("bookings/not-by-person", () -> undo(ARRIVAL, 0));
        assertTrue(booking.latestToldOnce().isEmpty());
        booking.correct(ARRIVAL, 0, person(12));
        refused("bookings/corrected", () -> undo(ARRIVAL, 0));
        assertTrue(booking.latestToldOnce().isEmpty());
        assertEquals(at(12), booking.road().first().arrivedAt());
    }

    @Test
    void whatWasHeardOfAMinuteAgoIsNotTakenBack() {
        refused("bookings/undo-too-late", () -> booking.undoDispatch(MINUTE, NOW.plus(MINUTE)));
        booking.arrive(0, person(10));
        assertEquals(LATER, booking.latestToldOnce().orElseThrow().receivedAt());
        refused("bookings/undo-too-late", () -> undo(ARRIVAL, 0, LATER.plus(MINUTE)));
        assertEquals(1, undo(ARRIVAL, 0, LATER.plus(MINUTE).minusMillis(1)).size());
    }

    @Test
    void nothingIsTakenBackThatCameBeforeTheDelivery() {
        booking.arrive(0, person(10));
        booking.arrive(1, person(30));
        booking.deliver(BookingFixture.proof(at(40)), Duration.ZERO, LATER);
        assertTrue(booking.latestToldOnce().isEmpty());
        refused("bookings/not-the-latest", () -> undo(ARRIVAL, 1));
        refused("bookings/not-the-latest", () -> booking.undoDispatch(MINUTE, NOW));
    }

    private List<DomainEvent> undo(RoadFactKind kind, int stop) {
        return undo(kind, stop, LATER);
    }

    private List<DomainEvent> undo(RoadFactKind kind, int stop, Instant now) {
        return booking.eventsOf(booking.undo(kind, stop, UUID.randomUUID(), MINUTE, now));
    }

    private static List<String> types(List<DomainEvent> events) {
        return events.stream().map(DomainEvent::type).toList();
    }

    private static void refused(String slug, org.junit.jupiter.api.function.Executable command) {
        assertEquals(slug, assertThrows(Refusal.class, command).slug());
    }

    private static Instant at(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private static RoadFact fence(int minutes) {
        return BookingFixture.fence(at(minutes));
    }

    private static RoadFact person(int minutes) {
        return RoadFact.byPerson(UUID.randomUUID(), at(minutes), LATER, "gate slip");
    }
}
