package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Refusal;
import org.lanerunner.trips.Trips;

/**
 * Finds a booking for somebody who wants to look at it or change it, as far as the permission reaches that was asked for. It takes the locks of a change: the
 * load's first, then the booking's. A booking that the caller may not see is not found.
 */
@ApplicationScoped
class BookingAccess {

    @Inject
    private BookingRepository bookings;

    @Inject
    private Brokerage brokerage;

    @Inject
    private Loads loads;

    @Inject
    private Trips trips;

    /** Finds the booking so that one of its parties can look at it. */
    Booking ofParty(Caller caller, String permission, UUID id) {
        return bookings.ofParty(caller, trips.driverFilter(caller, permission), id)
                .orElseThrow(() -> notSeen(caller, permission, id));
    }

    /**
     * Locks the booking for a change by one of its parties. The right is asked for again once the lock is there: a trip may have passed to another driver
     * meanwhile.
     */
    Booking locked(Caller caller, String permission, UUID id) {
        UUID driven = trips.driverFilter(caller, permission);
        loads.lock(bookings.loadOf(caller, driven, id).orElseThrow(() -> notSeen(caller, permission, id)));
        Booking booking = bookings.forUpdate(id).orElseThrow(() -> Refusal.notFound("bookings"));
        if (driven != null && !booking.isDrivenBy(driven)) {
            throw notSeen(caller, permission, id);
        }
        return booking;
    }

    /** Locks the booking for a change that the seller alone may make. */
    Booking soldBy(Caller caller, String permission, UUID id, IfMatch ifMatch) {
        Booking booking = locked(caller, permission, id);
        if (!booking.sellerOrganisationId().equals(caller.organisationId())) {
            throw Refusal.forbidden("Only the carrier does this.");
        }
        ifMatch.require(booking.version());
        return booking;
    }

    /**
     * Locks the booking for what its seller's people tell of the road, together with the broker's booking that follows it: bookings come before the trip. 409
     * bookings/without-vehicle.
     */
    Booking drivenBy(Caller caller, String permission, UUID id, IfMatch ifMatch) {
        Booking booking = soldBy(caller, permission, id, ifMatch);
        if (!booking.hasTrip()) {
            throw Refusal.conflict(
                    "bookings/without-vehicle",
                    "This booking has no vehicle. Offer it to a carrier, who tells what happens on the road.");
        }
        brokerage.brokersOf(booking);
        return booking;
    }

    /** A driver who has been relieved is told why the booking is not there any more. */
    Refusal notSeen(Caller caller, String permission, UUID id) {
        return bookings.tripSoldBy(caller.organisationId(), id)
                        .filter(trip -> trips.passedOnBy(caller, permission, trip))
                        .isPresent()
                ? Trips.passedOn()
                : Refusal.notFound("bookings");
    }

    /** Locks the booking for what happens by itself. */
    Booking locked(UUID id) {
        loads.lock(bookings.loadOf(id).orElseThrow(() -> Refusal.notFound("bookings")));
        return bookings.forUpdate(id).orElseThrow(() -> Refusal.notFound("bookings"));
    }
}
