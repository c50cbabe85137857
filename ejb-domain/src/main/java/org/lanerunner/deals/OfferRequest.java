package org.lanerunner.deals;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * An offer as one side makes it.
 *
 * @param legId which leg of the load; optional where it has one
 * @param tripId the trip that would carry it; needed when the load's owner offers, optional when a carrier does (accepting then makes one)
 * @param price optional on a load with a fixed price
 * @param expiresAt optional; else the configured lifetime
 */
public record OfferRequest(UUID loadId, UUID legId, UUID tripId, Money price, Instant expiresAt) {}
