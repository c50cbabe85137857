package org.lanerunner.bookings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.loads.FenceSettings;

/**
 * A dispatched booking as tracking and geofencing need it.
 *
 * @param dispatchedAt from when its fences watch
 * @param shownFrom from when who looks at it sees the positions of its trip; null for not at all
 * @param onAnothersTrip it is a broker's, and the trip is not its two sides' to know
 * @param endedAt until when: its delivery or cancellation, or null before
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
                stops);
    }

    /** Centre in degrees, how its fence confirms, what is known already, and whether a person told it, which no fence corrects. */
    public record Stop(
            int sequence,
            double latitude,
            double longitude,
            FenceSettings fence,
            Instant arrivedAt,
            boolean arrivalByPerson,
            Instant departedAt,
            boolean departureByPerson) {}
}
