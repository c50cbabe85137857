package org.lanerunner.deals;

import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * What both sides have agreed by an acceptance. The booking is made of it.
 *
 * @param brokered the seller has another organisation carry it
 * @param upstreamBookingId the buyer's own booking that this one carries, or null
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
