package org.lanerunner.deals;

import java.util.UUID;

/**
 * What to look for among the caller's offers; nulls do not narrow.
 *
 * @param unfunded those alone whose acceptance failed because the buyer's wallet did not cover the price
 */
public record OfferSearch(
        UUID loadId, UUID tripId, OfferStatus status, OfferView.Direction direction, boolean unfunded) {}
