package org.lanerunner.bookings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.loads.FenceSettings;

/**
 * A dispatched booking as tracking and geofencing need it.
 *
 * @param dispatchedAt from when its fences watch
 * @param shownFrom from when its readers see the positions of its trip; null if they see none
 * @param onAnothersTrip the booking is a broker's, and its two sides are not told of the trip
 * @param endedAt the time of its delivery or cancellation, up to which positions are shown; null before
 * @param withdrawnAt when something that was told of it was last taken back, or null
 */
public record TrackedBooking(
        UUID bookingId,
        UUID tripId,
        boolean onAnothersTrip,
        UUID buyerOrganisationId,
        UUID sellerOrganisationId,
        Instant dispatchedAt,
        Instant shownFrom,
        Instant endedAt,
        Instant withdrawnAt,
        List<Stop> stops) {

    /** The booking under its own id and with its own parties, on the way of the booking that carries it. As long as none carries it, it has no positions. */
    TrackedBooking onTheWayOf(Optional<TrackedBooking> carriers) {
        return new TrackedBooking(
                bookingId,
                carriers.map(TrackedBooking::tripId).orElse(null),
                true,
                buyerOrganisationId,
                sellerOrganisationId,
                carriers.map(TrackedBooking::dispatchedAt).orElse(null),
                carriers.map(TrackedBooking::shownFrom).orElse(null),
                carriers.map(TrackedBooking::endedAt).orElse(endedAt),
                withdrawnAt,
                stops);
    }

    /**
     * The time when one of its fences was last moved, or something told was last taken back; null if never. All that was evaluated before is evaluated anew.
     */
    public Instant fencesMovedAt() {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(withdrawnAt)),
                        stops.stream().map(stop -> Optional.ofNullable(stop.pinpointedAt())))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /**
     * A stop's place in degrees, and what is known of it already.
     *
     * @param fence null where no fence tells an arrival
     * @param pinpointedAt when its point was last set after the agreement, or null
     * @param arrivalStands no fence corrects the arrival: a person told it, or it was known before the fence was moved
     */
    public record Stop(
            int sequence,
            double latitude,
            double longitude,
            FenceSettings fence,
            Instant pinpointedAt,
            Instant arrivedAt,
            boolean arrivalStands,
            Instant departedAt,
            boolean departureStands) {}
}
