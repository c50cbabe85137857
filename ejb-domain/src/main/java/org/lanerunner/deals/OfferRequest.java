package org.lanerunner.deals;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * An offer as one side makes it.
 *
 * @param legId which leg of the load; optional where it has one, or where bookingId says it
 * @param tripId the trip that would carry it; needed when the load's owner offers, optional when a carrier does (accepting then makes one)
 * @param bookingId the own booking without a vehicle that the trip would carry; named by a broker who offers to a carrier
 * @param brokered whether the offering side has it carried by another: then accepting makes a booking without a trip; left out, yes for who posts no trips
 * @param price optional on a load with a fixed price
 * @param expiresAt optional; else the configured lifetime
 */
public record OfferRequest(
        UUID loadId, UUID legId, UUID bookingId, UUID tripId, Boolean brokered, Money price, Instant expiresAt) {}
