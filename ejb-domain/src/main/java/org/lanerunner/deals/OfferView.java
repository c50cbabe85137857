package org.lanerunner.deals;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Versioned;

/**
 * An offer as its two sides see it.
 *
 * @param legSequence which of the load's legs, from zero; null, as its count, where the load was rewritten and has that leg no more
 * @param direction MADE or RECEIVED, from the caller's side
 * @param brokered the seller has it carried by another
 * @param bookingId the buyer's own booking that the trip would carry; shown to the buyer alone
 * @param fee the platform's part of the price, on the seller's side
 * @param sellerReceives price less fee
 */
public record OfferView(
        UUID id,
        UUID loadId,
        String loadReference,
        UUID legId,
        Integer legSequence,
        Integer legCount,
        UUID tripId,
        boolean brokered,
        UUID bookingId,
        UUID buyerOrganisationId,
        UUID sellerOrganisationId,
        UUID madeByOrganisationId,
        Direction direction,
        Money price,
        Money fee,
        Money sellerReceives,
        int feeBasisPoints,
        OfferStatus status,
        UUID counters,
        Instant expiresAt,
        Instant createdAt,
        boolean testMoney,
        int version)
        implements Versioned {

    /** From the caller's side. */
    public enum Direction {
        MADE,
        RECEIVED
    }
}
