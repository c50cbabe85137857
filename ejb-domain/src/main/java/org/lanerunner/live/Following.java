package org.lanerunner.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.events.EventAudiences;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.tracking.Position;
import org.lanerunner.tracking.Tracking;
import org.lanerunner.tracking.TrackingPermissions;
import org.lanerunner.trips.DrivenBy;
import org.lanerunner.trips.Trips;

/**
 * Decides what a follower is shown as it happens: the same that they could ask for at this moment. For an event, their organisation must be among its readers,
 * and they need the permission that its feature names. Where that permission reaches the own trips only, the event must belong to one of them.
 */
@ApplicationScoped
public class Following {

    private Bookings bookings;
    private Tracking tracking;
    private Trips trips;
    private EventAudiences audiences;

    Following() {}

    @Inject
    public Following(Bookings bookings, Tracking tracking, Trips trips, EventAudiences audiences) {
        this.bookings = bookings;
        this.tracking = tracking;
        this.trips = trips;
        this.audiences = audiences;
    }

    /** A booking and its vehicle's position. */
    public record Sighting(TrackedBooking booking, Position position) {}

    /** Refuses a booking that the caller could not read. */
    public void follow(Caller caller, UUID bookingId) {
        caller.require(BookingPermissions.VIEW);
        bookings.tracked(caller, BookingPermissions.VIEW, bookingId);
    }

    /** The vehicle's position, for somebody who has just begun to follow; empty for somebody who may not see positions. */
    @NeedsNoPermission(because = "it is what the system shows by itself, and it asks what this follower may see")
    public Optional<Sighting> present(Caller caller, UUID bookingId) {
        if (!caller.may(TrackingPermissions.VIEW)) {
            return Optional.empty();
        }
        TrackedBooking booking = bookings.tracked(caller, BookingPermissions.VIEW, bookingId);
        return positionsOf(booking).to(caller) == Showing.Extent.NOTHING ? Optional.empty() : present(booking);
    }

    /** The bookings of a trip that are on the road, for those who follow one of them. */
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

    /** Says who sees the position of a booking's vehicle. */
    @NeedsNoPermission(because = "it asks what each follower may see")
    public Showing positionsOf(TrackedBooking booking) {
        return new Showing(
                Set.of(booking.buyerOrganisationId(), booking.sellerOrganisationId()),
                TrackingPermissions.VIEW,
                () -> bookings.drivenBy(booking.bookingId()));
    }

    /** The person who drives under this record. They are told that a trip is now somebody else's. */
    @NeedsNoPermission(because = "the system tells a driver by itself")
    public Optional<DrivenBy> accountOf(UUID organisationId, UUID driverId) {
        return trips.accountOf(organisationId, driverId);
    }

    /**
     * Says who is shown an event; empty if nobody is.
     *
     * @param type such as {@code booking.arrived}
     * @param bookingId the booking that it is about, or null
     * @param tripId the trip whose event it is, or null
     */
    @NeedsNoPermission(because = "it asks what each follower may see")
    public Optional<Showing> event(String type, Set<UUID> readers, UUID bookingId, UUID tripId) {
        return audiences
                .permissionFor(type)
                .map(permission -> new Showing(readers, permission, () -> whoDrives(bookingId, tripId)));
    }

    /** The part of an event's data that only the two sides are told. */
    @NeedsNoPermission(because = "it says what is withheld from whoever drives")
    public Set<String> withheldFromDrivers(String type) {
        return audiences.withheldFromDrivers(type);
    }

    private Optional<DrivenBy> whoDrives(UUID bookingId, UUID tripId) {
        if (bookingId != null) {
            return bookings.drivenBy(bookingId);
        }
        return tripId == null ? Optional.empty() : trips.drivenBy(tripId);
    }
}
