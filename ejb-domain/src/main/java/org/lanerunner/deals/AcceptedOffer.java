package org.lanerunner.deals;

import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * What both sides have agreed by an acceptance; the booking is made of it.
 *
 * @param brokered the seller has it carried by another
 * @param upstreamBookingId the buyer's own booking that is carried by this, or null
 */
public record AcceptedOffer(
        UUID id,
        UUID loadId,
        UUID legId,
        UUID tripId,
        boolean brokered,
        UUID upstreamBookingId,
        UUID buyerOrganisationId,
        UUID sellerOrganisationId,
        Money price,
        Fee fee,
        boolean testMoney) {}
