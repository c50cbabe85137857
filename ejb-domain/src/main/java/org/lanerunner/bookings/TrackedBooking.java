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
 * @param shownFrom from when who looks at it sees the positions of its trip; null for not at all
 * @param onAnothersTrip it is a broker's, and the trip is not its two sides' to know
 * @param endedAt until when: its delivery or cancellation, or null before
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

    /** Under its own id and parties with the way of the booking that carries it; without positions as long as none does. */
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

    /** When the last of its fences was moved, or something told was taken back; null for never. What was evaluated before that is evaluated anew. */
    public Instant fencesMovedAt() {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(withdrawnAt)),
                        stops.stream().map(stop -> Optional.ofNullable(stop.pinpointedAt())))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /**
     * Where it is in degrees, and what is known already.
     *
     * @param fence null where none tells an arrival
     * @param pinpointedAt when its point was last set after the agreement, or null
     * @param arrivalStands no fence corrects it: a person told it, or it was known before the fence was moved
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
