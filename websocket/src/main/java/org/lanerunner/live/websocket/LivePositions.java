package org.lanerunner.live.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.live.Following;
import org.lanerunner.live.Showing;

/**
 * Shows where a booking's vehicle is, at most once a second however many positions arrive, and only between dispatch and delivery. Events carry no
 * coordinates; they only say that a trip has new positions. Those are read here, so that it costs the reporting drivers no time.
 */
@ApplicationScoped
class LivePositions {

    private final Set<UUID> reportedTrips = ConcurrentHashMap.newKeySet();

    @Inject
    private LiveChannels channels;

    @Inject
    private LiveIndex index;

    @Inject
    private Following following;

    LivePositions() {}

    void reported(UUID tripId) {
        reportedTrips.add(tripId);
    }

    /** Runs once a second. */
    void push() {
        for (UUID tripId : Set.copyOf(reportedTrips)) {
            reportedTrips.remove(tripId);
            following.underWay(tripId).forEach(this::push);
        }
    }

    /** Sends the present position to a channel that has just subscribed. */
    void pushTo(LiveChannel channel, UUID bookingId) {
        following.present(channel.caller(), bookingId).ifPresent(sighting -> send(channel, sighting));
    }

    private void push(TrackedBooking booking) {
        Showing showing = following.positionsOf(booking);
        List<LiveChannel> interested = Stream.of(booking.buyerOrganisationId(), booking.sellerOrganisationId())
                .distinct()
                .flatMap(party -> index.ofOrganisation(party).stream())
                .filter(channel -> channel.asksFor(booking.bookingId()))
                .filter(channel -> showing.to(channel.caller()) != Showing.Extent.NOTHING)
                .toList();
        if (!interested.isEmpty()) {
            following.present(booking).ifPresent(sighting -> interested.forEach(channel -> send(channel, sighting)));
        }
    }

    private void send(LiveChannel channel, Following.Sighting seen) {
        TrackedBooking booking = seen.booking();
        if (channel.isNews(booking.bookingId(), seen.position().at())) {
            channel.send(
                    LiveJson.position(
                            booking.bookingId(), booking.onAnothersTrip() ? null : booking.tripId(), seen.position()),
                    channels.now());
        }
    }
}
