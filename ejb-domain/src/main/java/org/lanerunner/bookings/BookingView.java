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
 * A booking as its two parties see it, on the wire one flat object. Once it is cancelled, neither party shows the other more than the market shows: the seller
 * sees no address, contact or exact place, and the buyer sees no driver and vehicle.
 *
 * @param actions what this caller may do with it now
 * @param undo the fact of the road that this caller may take back for some seconds; null if there is none
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
     * The leg and load that the agreement is about, and the trip that carries it. A broker's booking has no trip, since another booking carries it.
     *
     * @param forAnother the buyer is a broker and has it carried for somebody else, who sees the road too; the seller is not told who that is
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

    /** The organisation that pays and the one that carries. */
    public record Parties(Party buyer, Party seller) {}

    /**
     * An organisation of the booking.
     *
     * @param suspended the platform has suspended it: it carries out what is agreed, and money due to it as the seller waits in escrow
     */
    public record Party(UUID id, String name, boolean suspended) {}

    /** What the buyer pays, what the platform keeps of it, and whether it is test money. */
    public record Amounts(Money price, Money fee, Money sellerReceives, boolean testMoney) {}

    /**
     * A fact of the road that was told a moment ago, and may be taken back.
     *
     * @param stop null for a dispatch
     * @param secondsLeft how long it may still be taken back
     */
    public record Undo(Undoable what, @Nullable Integer stop, int secondsLeft) {}

    /** The driver and the vehicle; null until they are named. */
    public record Crew(
            @Nullable TripView.DriverName driver, @Nullable TripView.VehicleName vehicle) {}

    /**
     * The times at which the booking reached each status; null for what has not happened.
     *
     * @param releaseDueAt when the escrow is released even if the buyer says nothing
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
