package org.lanerunner.deals;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.identity.Trader;
import org.lanerunner.loads.LegSummary;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Versioned;
import org.lanerunner.trips.TripSummary;

/**
 * An offer as its two sides see it.
 *
 * @param legSequence the leg's number in the load, from zero; null, as the number of legs is, where the load was rewritten and has that leg no more
 * @param direction MADE or RECEIVED, from the caller's side
 * @param brokered the seller has another organisation carry it
 * @param bookingId the buyer's own booking that the trip would carry; shown to the buyer alone
 * @param counterpart the organisation on the other side, with its record
 * @param leg what is carried, as the market knows it; null where the load has that leg no more
 * @param trip the trip that would carry it; null where none is named
 * @param end the end by an answer or by taking it back: when, and by whom; null while it is open
 * @param unfunded null unless it is open and its acceptance failed because the buyer's wallet did not cover the price
 * @param fee the platform's part of the price, on the seller's side
 * @param sellerReceives price less fee
 */
public record OfferView(
        UUID id,
        UUID loadId,
        String loadReference,
        UUID legId,
        @Nullable Integer legSequence,
        @Nullable Integer legCount,
        @Nullable UUID tripId,
        boolean brokered,
        @Nullable UUID bookingId,
        UUID buyerOrganisationId,
        UUID sellerOrganisationId,
        UUID madeByOrganisationId,
        Trader counterpart,
        @Nullable LegSummary leg,
        @Nullable TripSummary trip,
        Direction direction,
        Money price,
        Money fee,
        Money sellerReceives,
        int feeBasisPoints,
        OfferStatus status,
        @Nullable UUID counters,
        @Nullable OfferEnd end,
        @Nullable Unfunded unfunded,
        Instant expiresAt,
        Instant createdAt,
        boolean testMoney,
        int version)
        implements Versioned {

    /**
     * An acceptance that failed since the buyer has too little money.
     *
     * @param at when accepting was last tried
     * @param covered whether the money is there now, so that accepting again may succeed
     * @param lacking how much is wanting; shown to the buyer alone
     */
    public record Unfunded(
            Instant at, boolean covered, @Nullable Money lacking) {}

    /** The direction of the offer from the caller's side. */
    public enum Direction {
        MADE,
        RECEIVED
    }
}
