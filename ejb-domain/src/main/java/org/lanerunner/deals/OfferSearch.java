package org.lanerunner.deals;

import java.util.UUID;

/**
 * A search among the caller's offers. A null does not narrow it.
 *
 * @param unfunded only offers whose acceptance failed because the buyer's wallet did not cover the price
 */
public record OfferSearch(
        UUID loadId, UUID tripId, OfferStatus status, OfferView.Direction direction, boolean unfunded) {}
