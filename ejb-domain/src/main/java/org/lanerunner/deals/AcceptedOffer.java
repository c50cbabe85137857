package org.lanerunner.deals;

import java.util.UUID;
import org.lanerunner.shared.Money;

/** What both sides have agreed by an acceptance; the booking is made of it. */
public record AcceptedOffer(
        UUID id,
        UUID loadId,
        UUID legId,
        UUID tripId,
        UUID buyerOrganisationId,
        UUID sellerOrganisationId,
        Money price,
        Fee fee,
        boolean testMoney) {}
