package org.lanerunner.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.bookings.BookingFixture.LATER;
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
