package org.lanerunner.bookings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.loads.StopKind;

/**
 * A booking as it stands, as features behind its ports are told of it.
 *
 * @param tripId null where a broker has sold it, who has no vehicle
 * @param dispatchedAt null before the dispatch
 */
public record Agreement(
        UUID bookingId,
        String reference,
        UUID loadId,
        UUID legId,
        UUID tripId,
        UUID buyerOrganisationId,
        UUID sellerOrganisationId,
        AgreedMoney money,
        BookingStatus status,
        Instant dispatchedAt,
        List<Stop> stops) {

    /**
     * A stop and what is known of it.
     *
     * @param placeId the gazetteer's, or what stands for a place without one
     * @param windowEnd not part of the window
     * @param arrivedAt null while the vehicle was not there
     * @param departedAt null while it has not left
     */
    public record Stop(
            int sequence,
            StopKind kind,
            String placeId,
            Instant windowStart,
            Instant windowEnd,
            Instant arrivedAt,
            Instant departedAt) {}
}
