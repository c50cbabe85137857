package org.lanerunner.bookings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.loads.StopKind;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Versioned;
import org.lanerunner.trips.TripView;

/**
 * A booking as its two parties see it. Once it is cancelled, neither shows the other more than the market: the seller no address, contact or exact place, the
 * buyer no driver and vehicle.
 *
 * @param actions what this caller may do with it now
 * @param releaseDueAt when the escrow is released without the shipper's word
 */
public record BookingView(
        UUID id,
        String reference,
        UUID loadId,
        String loadReference,
        UUID legId,
        UUID offerId,
        UUID tripId,
        String tripReference,
        Party buyer,
        Party seller,
        BookingStatus status,
        Money price,
        Money fee,
        Money sellerReceives,
        boolean testMoney,
        List<StopView> stops,
        TripView.DriverName driver,
        TripView.VehicleName vehicle,
        Proof proof,
        Instant releaseDueAt,
        Instant createdAt,
        Instant dispatchedAt,
        Instant dispatchedReceivedAt,
        Instant deliveredAt,
        Instant settledAt,
        Instant cancelledAt,
        String cancelReason,
        List<String> actions,
        int version)
        implements Versioned {

    /** An organisation of the booking. */
    public record Party(UUID id, String name) {}

    /** A stop as agreed and as it went. */
    public record StopView(
            int sequence,
            StopKind kind,
            Site place,
            String address,
            String contactName,
            String contactPhone,
            org.lanerunner.loads.StopView.Window window,
            FenceSettings fence,
            Instant arrivedAt,
            Instant arrivedReceivedAt,
            RoadFactSource arrivalSource,
            boolean arrivedAlreadyThere,
            String arrivalReason,
            Instant departedAt,
            Instant departedReceivedAt,
            RoadFactSource departureSource,
            String departureReason,
            boolean addedLater) {}
}
