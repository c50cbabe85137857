package org.lanerunner.bookings;

import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.SALT_LAKE_CITY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.StopKind;
import org.lanerunner.shared.CommandTable;

/** Its states are reached by its commands, because what its stops say goes with them. */
class BookingCommandTest {

    private static final Booking DISPATCHED = dispatched();

    private static Booking dispatched() {
        Booking booking = BookingFixture.booking(LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER));
        booking.dispatch(NOW, NOW);
        return booking;
    }

    @Test
    void everyCommandKeepsToItsRowInEveryState() {
        CommandTable.walk(
                BookingCommand.class,
                BookingStatus.class,
                BookingCommandTest::in,
                BookingCommandTest::give,
                BookingCommandTest::told);
    }

    /** Under way to two deliveries where an arrival is to follow one, else to one. */
    private static Booking in(BookingCommand command, BookingStatus state) {
        Booking booking = BookingFixture.booking(
                command == BookingCommand.ARRIVE && state == BookingStatus.AT_DELIVERY
                        ? LoadFixture.offered(
                                LoadFixture.stop(StopKind.PICKUP, CHICAGO, NOW, Duration.ofHours(1)),
                                LoadFixture.stop(StopKind.DELIVERY, DENVER, NOW, Duration.ofHours(20)),
                                LoadFixture.stop(StopKind.DELIVERY, SALT_LAKE_CITY, NOW, Duration.ofHours(20)))
                        : LoadFixture.offered(
                                LoadFixture.stop(StopKind.PICKUP, CHICAGO, NOW, Duration.ofHours(1)),
                                LoadFixture.stop(StopKind.DELIVERY, DENVER, NOW, Duration.ofHours(20))));
        switch (state) {
            case CONFIRMED -> {}
            case DISPATCHED -> give(booking, BookingCommand.DISPATCH);
            case AT_PICKUP -> give(booking, BookingCommand.DISPATCH, BookingCommand.ARRIVE);
            case IN_TRANSIT -> give(booking, BookingCommand.DISPATCH, BookingCommand.ARRIVE, BookingCommand.DEPART);
            case AT_DELIVERY -> give(booking, BookingCommand.DISPATCH, BookingCommand.ARRIVE, BookingCommand.ARRIVE);
            case DELIVERED ->
                give(
                        booking,
                        BookingCommand.DISPATCH,
                        BookingCommand.ARRIVE,
                        BookingCommand.ARRIVE,
                        BookingCommand.DELIVER);
            case SETTLED ->
                give(
                        booking,
                        BookingCommand.DISPATCH,
                        BookingCommand.ARRIVE,
                        BookingCommand.ARRIVE,
                        BookingCommand.DELIVER,
                        BookingCommand.SETTLE);
            case CONTESTED ->
                give(
                        booking,
                        BookingCommand.DISPATCH,
                        BookingCommand.ARRIVE,
                        BookingCommand.ARRIVE,
                        BookingCommand.DELIVER,
                        BookingCommand.CONTEST);
            case REFUNDED ->
                give(
                        booking,
                        BookingCommand.DISPATCH,
                        BookingCommand.ARRIVE,
                        BookingCommand.ARRIVE,
                        BookingCommand.DELIVER,
                        BookingCommand.CONTEST,
                        BookingCommand.REFUND);
            case CANCELLED -> give(booking, BookingCommand.CANCEL);
        }
        return booking;
    }

    /** What a refused command leaves as it was: where the booking stands, and what is known of its way. */
    private static List<Object> told(Booking booking) {
        List<Object> told = new ArrayList<>(Arrays.asList(
                booking.status(), booking.road().dispatchedAt(), booking.road().deliveredAt()));
        booking.road().stops().forEach(stop -> told.addAll(Arrays.asList(stop.arrivedAt(), stop.departedAt())));
        return told;
    }

    private static void give(Booking booking, BookingCommand... commands) {
        for (BookingCommand command : commands) {
            give(command, booking);
        }
    }

    private static void undo(Booking booking, Optional<Fresh> latest) {
        Fresh fact = latest.filter(told -> told.stop() != null).orElse(new Fresh(Undoable.ARRIVAL, 0, NOW));
        booking.undo(fact.what().kind(), fact.stop(), UUID.randomUUID(), BookingFixture.MINUTE, BookingFixture.LATER);
    }

    private static void give(BookingCommand command, Booking booking) {
        switch (command) {
            case ASSIGN -> booking.drivenBy(BookingFixture.takenOver(NOW));
            case DISPATCH -> booking.dispatch(NOW, NOW);
            case ARRIVE -> booking.arrive(booking.road().nextToArrive().orElse(0), BookingFixture.person(NOW));
            case DEPART -> booking.depart(booking.road().nextToDepart().orElse(0), BookingFixture.person(NOW));
            case CORRECT -> booking.correct(RoadFactKind.ARRIVAL, 0, BookingFixture.person(NOW));
            case UNDO_DISPATCH -> booking.undoDispatch(BookingFixture.MINUTE, NOW);
            case UNDO -> undo(booking, booking.road().latestToldOnce());
            case DELIVER -> booking.deliver(BookingFixture.proof(NOW), Duration.ofHours(1), NOW);
            case PINPOINT ->
                booking.pinpoint(booking.road().nextToDepart().orElse(1), CHICAGO, FenceSettings.DEFAULT, NOW);
            case PASS_ON -> booking.passOn(DISPATCHED, Duration.ZERO, NOW);
            case ACCEPT_PROOF -> booking.acceptProof();
            case CONTEST -> booking.contest(NOW);
            case SETTLE -> booking.settle(NOW);
            case AWAIT_RELEASE -> booking.awaitRelease(NOW);
            case REFUND -> booking.refund(NOW);
            case CANCEL -> booking.cancel("no truck", NOW);
        }
    }
}
