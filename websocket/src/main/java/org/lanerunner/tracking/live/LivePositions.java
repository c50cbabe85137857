package org.lanerunner.tracking.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Permission;
import org.lanerunner.tracking.Position;
import org.lanerunner.tracking.Tracking;

/**
 * Shows where a booking's vehicle is, at most once a second however many positions arrive, and only between dispatch and delivery. Events carry no
 * coordinates: they only say that a trip has new positions, which are read here, off the path of those who report them.
 */
@ApplicationScoped
class LivePositions {

    private final Set<UUID> reportedTrips = ConcurrentHashMap.newKeySet();

    @Inject
    private LiveChannels channels;

    @Inject
    private LiveRights rights;

    @Inject
    private Bookings bookings;

    @Inject
    private Tracking tracking;

    LivePositions() {}

    void reported(UUID tripId) {
        reportedTrips.add(tripId);
    }

    /** Each second. */
    void push() {
        for (UUID tripId : Set.copyOf(reportedTrips)) {
            reportedTrips.remove(tripId);
            bookings.trackedBy(tripId).forEach(this::push);
        }
    }

    /** The present position to one who has just subscribed. */
    void pushTo(LiveChannel channel, UUID bookingId) {
        Caller caller = channel.caller();
        if (caller.may(Permission.TRACKING_VIEW)) {
            TrackedBooking booking = bookings.tracked(caller, bookingId);
            if (booking.endedAt() == null) {
                tracking.lastOf(booking).ifPresent(position -> send(channel, booking, position));
            }
        }
    }

    private void push(TrackedBooking booking) {
        if (booking.endedAt() != null) {
            return;
        }
        List<LiveChannel> interested = channels.all().stream()
                .filter(channel -> isShown(channel, booking))
                .toList();
        if (!interested.isEmpty()) {
            Optional<Position> last = tracking.lastOf(booking);
            last.ifPresent(position -> interested.forEach(channel -> send(channel, booking, position)));
        }
    }

    private boolean isShown(LiveChannel channel, TrackedBooking booking) {
        Caller caller = channel.caller();
        if (caller == null || !caller.may(Permission.TRACKING_VIEW)) {
            return false;
        }
        boolean party = booking.buyerOrganisationId().equals(caller.organisationId())
                || booking.sellerOrganisationId().equals(caller.organisationId());
        boolean asked = channel.followsOrganisation() || channel.bookings().contains(booking.bookingId());
        return party && asked && (!caller.drivesOnly() || rights.sees(caller, booking.bookingId()));
    }

    private void send(LiveChannel channel, TrackedBooking booking, Position position) {
        if (channel.isNews(booking.bookingId(), position.at())) {
            channel.send(LiveJson.position(booking.bookingId(), booking.tripId(), position), channels.now());
        }
    }
}
