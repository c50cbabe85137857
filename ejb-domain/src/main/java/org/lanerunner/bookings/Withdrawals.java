package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.trips.Trips;

/**
 * Takes back what a person told of the road while it is fresh: the latest fact only, counted from when the server heard of it. The telling stays on record, and
 * so does that it was taken back.
 */
@Stateless
public class Withdrawals {

    @Inject
    private BookingRepository bookings;

    @Inject
    private BookingAccess access;

    @Inject
    private BookingViews views;

    @Inject
    private Brokerage brokerage;

    @Inject
    private Trips trips;

    @Inject
    private Events events;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * The vehicle has not set out after all. Its trip has not either; or, where other bookings of it were dispatched, the trip has not set out before the first
     * of those. 409 bookings/not-the-latest, bookings/undo-too-late, trips/too-many-assignments.
     */
    public BookingView undoDispatch(Caller caller, UUID id, UndoRequest request, IfMatch ifMatch) {
        caller.require(BookingPermissions.DISPATCH);
        request.check();
        Booking booking = access.drivenBy(caller, BookingPermissions.DISPATCH, id, ifMatch);
        Instant now = clock.instant();
        Instant dispatched = booking.road().dispatchedAt();
        events.publish(caller, booking.undoDispatch(within(), now));
        bookings.flush();
        trips.lock(booking.tripId());
        bookings.firstDispatchOn(booking.tripId())
                .ifPresentOrElse(
                        first -> trips.startedLater(booking.tripId(), dispatched, first),
                        () -> trips.standDown(caller, booking.tripId(), booking.id()));
        brokerage.followBack(booking, brokers -> brokers.undoDispatchAsToldOf(dispatched, now));
        return changed(caller, booking);
    }

    /**
     * Takes back an arrival or a departure. 409 bookings/not-the-latest, bookings/undo-too-late, bookings/not-by-person, bookings/corrected, bookings/not-told,
     * bookings/too-many-tellings.
     */
    public BookingView undoFact(Caller caller, UUID id, UndoRequest request, IfMatch ifMatch) {
        caller.require(BookingPermissions.DRIVE);
        request.check();
        Booking booking = access.drivenBy(caller, BookingPermissions.DRIVE, id, ifMatch);
        Instant now = clock.instant();
        List<TakenBack> taken = booking.undo(request.what().kind(), request.stop(), caller.actorId(), within(), now);
        if (bookings.tellings(booking.id()) > RoadFacts.MOST_TELLINGS) {
            throw Refusal.conflict("bookings/too-many-tellings", "This has been told anew too often.")
                    .beyond(Limit.TELLINGS);
        }
        events.publish(caller, booking.eventsOf(taken).toArray(DomainEvent[]::new));
        brokerage.followBack(booking, brokers -> brokers.undoAsToldOf(taken, now));
        return changed(caller, booking);
    }

    private BookingView changed(Caller caller, Booking booking) {
        bookings.changed(booking);
        return views.of(caller, booking);
    }

    private Duration within() {
        return settings.duration(BookingSettings.UNDO_ROAD_FACT_WITHIN);
    }
}
