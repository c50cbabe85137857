package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.places.Site;
import org.lanerunner.places.Sites;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * Sets where the stops of a booking really are, when only their city was agreed or the agreed point is wrong. The buyer says so, or the driver there. From then
 * on the stop's fence stands there. The same stop of the other agreement about a brokered leg moves with it.
 */
@Stateless
public class StopPoints {

    /** The number is limited, since after each of them the whole way is evaluated anew. */
    private static final int MOST_PINPOINTS = 20;

    @Inject
    private BookingRepository bookings;

    @Inject
    private BookingAccess access;

    @Inject
    private BookingViews views;

    @Inject
    private Brokerage brokerage;

    @Inject
    private Sites sites;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** 409 bookings/over, bookings/already-departed, bookings/too-many-pinpoints. */
    public BookingView pinpoint(Caller caller, UUID id, PinpointRequest request, IfMatch ifMatch) {
        caller.requireAny(LoadPermissions.POST, BookingPermissions.DRIVE);
        request.check();
        String seenBy = caller.may(LoadPermissions.POST) ? LoadPermissions.POST : BookingPermissions.DRIVE;
        Booking booking = ofItsSide(caller, seenBy, id, ifMatch);
        BookingStop stop = booking.road().stop(request.stop());
        if (stop.pinpoints() >= MOST_PINPOINTS) {
            throw Refusal.conflict("bookings/too-many-pinpoints", "The point of this stop has been set too often.")
                    .beyond(Limit.PINPOINTS);
        }
        Site point = sites.pinpoint(stop.site(), request.latitude(), request.longitude(), "");
        FenceSettings fence = stop.fence().withRadius(request.radiusMeters(), "/radiusMeters");
        Instant now = clock.instant();
        events.publish(caller, booking.pinpoint(request.stop(), point, fence, now));
        bookings.changed(booking);
        brokerage
                .otherOf(booking)
                .filter(other -> other.mayPinpoint(other.road().stop(request.stop())))
                .ifPresent(other -> follow(other, request.stop(), point, fence, now));
        return views.of(caller, booking);
    }

    /** The broker is named as the one who says so to the sides of the other booking, since they are not told who else is there. */
    private void follow(Booking other, int stop, Site point, FenceSettings fence, Instant now) {
        UUID broker = other.hasTrip() ? other.buyerOrganisationId() : other.sellerOrganisationId();
        DomainEvent pinpointed = other.pinpoint(stop, point, fence, now);
        events.publish(Caller.system(broker), pinpointed);
        bookings.changed(other);
    }

    /** Among the buyer's people those may do it who post its loads. Among the seller's, those may who drive, each driver for the own trips. */
    private Booking ofItsSide(Caller caller, String seenBy, UUID id, IfMatch ifMatch) {
        Booking booking = access.locked(caller, seenBy, id);
        if (!booking.buyerOrganisationId().equals(caller.organisationId())) {
            caller.require(BookingPermissions.DRIVE);
            return access.drivenBy(caller, BookingPermissions.DRIVE, id, ifMatch);
        }
        caller.require(LoadPermissions.POST);
        ifMatch.require(booking.version());
        return booking;
    }
}
