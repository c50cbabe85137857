package org.lanerunner.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.deals.DealPermissions;
import org.lanerunner.documents.DocumentPermissions;
import org.lanerunner.identity.IdentityPermissions;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.trips.TripPermissions;
import org.lanerunner.trips.Trips;

/**
 * What who follows is shown as it happens: the same that they could ask for at this moment. An event needs the organisation among its readers and the
 * permission of its kind; where that reaches the own trips only, the event belongs to a booking of one of them.
 */
@ApplicationScoped
public class Following {

    /** By the first word of an event's type. What is of no kind here is shown to nobody. */
    private static final Map<String, String> PERMISSIONS = Map.of(
            "load", LoadPermissions.VIEW,
            "offer", DealPermissions.OFFERS_VIEW,
            "trip", TripPermissions.VIEW,
            "booking", BookingPermissions.VIEW,
            "contest", BookingPermissions.VIEW,
            "payment", LedgerPermissions.WALLET_VIEW,
            "document", DocumentPermissions.VIEW,
            "user", IdentityPermissions.ORGANISATION_VIEW,
            "organisation", IdentityPermissions.ORGANISATION_VIEW);

    private Bookings bookings;
    private Tracking tracking;
    private Trips trips;

    Following() {}

    @Inject
    Following(Bookings bookings, Tracking tracking, Trips trips) {
        this.bookings = bookings;
        this.trips = trips;
        this.tracking = tracking;
    }

    /** Where a booking's vehicle is. */
    public record Sighting(TrackedBooking booking, Position position) {}

    /** Refuses a booking that the caller could not read. */
    public void follow(Caller caller, UUID bookingId) {
        caller.require(BookingPermissions.VIEW);
        bookings.tracked(caller, BookingPermissions.VIEW, bookingId);
    }

    /** Where the vehicle is, for who has just begun to follow; nothing for who sees no positions. */
    @NeedsNoPermission(because = "it is what the system shows by itself, and it asks what this follower may see")
    public Optional<Sighting> present(Caller caller, UUID bookingId) {
        return caller.may(TrackingPermissions.VIEW) && sees(caller, TrackingPermissions.VIEW, bookingId)
                ? present(bookings.tracked(caller, TrackingPermissions.VIEW, bookingId))
                : Optional.empty();
    }

    /** The bookings of a trip that are on the road, for who follows one of them. */
    @NeedsNoPermission(because = "the system reads it once for all followers, and asks for each whether it is shown")
    public List<TrackedBooking> underWay(UUID tripId) {
        return Stream.concat(bookings.trackedBy(tripId).stream(), bookings.brokeredOn(tripId).stream())
                .filter(booking -> booking.endedAt() == null)
                .toList();
    }

    @NeedsNoPermission(because = "the system reads it once for all followers, and asks for each whether it is shown")
    public Optional<Sighting> present(TrackedBooking booking) {
        return booking.endedAt() == null
                ? tracking.lastOf(booking).map(position -> new Sighting(booking, position))
                : Optional.empty();
    }

    @NeedsNoPermission(because = "it asks what this follower may see")
    public boolean showsPositions(Caller caller, TrackedBooking booking) {
        boolean party = booking.buyerOrganisationId().equals(caller.organisationId())
                || booking.sellerOrganisationId().equals(caller.organisationId());
        return party
                && caller.may(TrackingPermissions.VIEW)
                && sees(caller, TrackingPermissions.VIEW, booking.bookingId());
    }

    /** The person who drives under this record, to be told that a trip is somebody else's now. */
    @NeedsNoPermission(because = "the system tells a driver by itself")
    public Optional<UUID> personOf(UUID organisationId, UUID driverId) {
        return trips.personOf(organisationId, driverId);
    }

    /** @param family the first word of the event's type; @param bookingId the booking that it is about, or null; @param tripId the trip whose event it is, or null */
    @NeedsNoPermission(because = "it asks what this follower may see")
    public boolean showsEvent(Caller caller, String family, Set<String> readers, UUID bookingId, UUID tripId) {
        String permission = PERMISSIONS.get(family);
        boolean reader = readers.contains(caller.organisationId().toString());
        return reader
                && permission != null
                && caller.may(permission)
                && (sees(caller, permission, bookingId) || tripId != null && trips.drives(caller, permission, tripId));
    }

    /** Whose permission reaches the own trips only sees what is about a booking of one of them. */
    private boolean sees(Caller caller, String permission, UUID bookingId) {
        return caller.reachesAll(permission) || bookingId != null && bookings.sees(caller, permission, bookingId);
    }
}
