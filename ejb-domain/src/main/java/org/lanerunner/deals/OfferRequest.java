package org.lanerunner.deals;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * An offer as one side makes it.
 *
 * @param legId the leg of the load; optional where the load has one, or where bookingId says it
 * @param tripId the trip that would carry it; needed when the load's owner offers, optional when a carrier does (accepting then makes one)
 * @param bookingId the own booking without a vehicle that the trip would carry; named by a broker who offers to a carrier
 * @param brokered whether the offering side has another organisation carry it: then accepting makes a booking without a trip; if left out, yes for a maker who
 * posts no trips
 * @param price optional on a load with a fixed price
 * @param expiresAt optional; the configured lifetime applies if left out
 */
public record OfferRequest(
        UUID loadId, UUID legId, UUID bookingId, UUID tripId, Boolean brokered, Money price, Instant expiresAt) {}
