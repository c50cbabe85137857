package org.lanerunner.deals;

import java.util.UUID;

/** What to look for among the caller's offers; nulls do not narrow. */
public record OfferSearch(UUID loadId, UUID tripId, OfferStatus status, OfferView.Direction direction) {}
