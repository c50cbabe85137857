package org.lanerunner.bookings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Versioned;
import org.lanerunner.trips.TripView;

/**
 * A booking as its two parties see it, on the wire one flat object. Once it is cancelled, neither shows the other more than the market: the seller no address, contact or exact place, the
 * buyer no driver and vehicle.
 *
 * @param actions what this caller may do with it now
 * @param undo what of the road this caller may take back, for some seconds; null for nothing
 */
public record BookingView(
        UUID id,
        String reference,
        @JsonUnwrapped Subject subject,
        @JsonUnwrapped Parties parties,
        BookingStatus status,
        @JsonUnwrapped Amounts amounts,
        List<BookingStopView> stops,
        @JsonUnwrapped Crew crew,
        @Nullable Proof proof,
        @JsonUnwrapped Times times,
        @Nullable String cancelReason,
        List<String> actions,
        @Nullable Undo undo,
        int version)
        implements Versioned {

    /**
     * What was agreed about, and on which trip it goes; none of a broker's, which another booking carries.
     *
     * @param forAnother the buyer is a broker and has it carried for somebody else, who sees the road too; who that is stays untold
     * @param upstreamBookingId the own booking that is carried by this one; shown to the broker alone
     * @param carryingBookingId the booking that carries this one; shown to the broker alone
     */
    public record Subject(
            UUID loadId,
            String loadReference,
            UUID legId,
            UUID offerId,
            @Nullable UUID tripId,
            @Nullable String tripReference,
            boolean forAnother,
            @Nullable UUID upstreamBookingId,
            @Nullable UUID carryingBookingId) {}

    /** Who pays and who carries. */
    public record Parties(Party buyer, Party seller) {}

    /** An organisation of the booking. @param suspended whether the platform has suspended it: what is agreed is carried out, and what is due to it as the seller waits in escrow */
    public record Party(UUID id, String name, boolean suspended) {}

    /** What the buyer pays, what of it the platform keeps, and whether it is test money. */
    public record Amounts(Money price, Money fee, Money sellerReceives, boolean testMoney) {}

    /**
     * What was told of the road a moment ago, and may be taken back.
     *
     * @param stop null of a dispatch
     * @param secondsLeft for how long
     */
    public record Undo(Undoable what, @Nullable Integer stop, int secondsLeft) {}

    /** Who drives what; null until they are named. */
    public record Crew(
            @Nullable TripView.DriverName driver, @Nullable TripView.VehicleName vehicle) {}

    /**
     * When it came to where it stands; null for what has not happened.
     *
     * @param releaseDueAt when the escrow is released without the shipper's word
     */
    public record Times(
            @Nullable Instant releaseDueAt,
            Instant createdAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant dispatchedReceivedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant contestedAt,
            @Nullable Instant settledAt,
            @Nullable Instant refundedAt,
            @Nullable Instant cancelledAt) {}
}
