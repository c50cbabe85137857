package org.lanerunner.trips;

import java.util.UUID;
import org.lanerunner.fleet.Equipment;

/**
 * A trip that was posted for the market, as far as the market knows it now.
 *
 * @param trip as others see it; null once it has left the market
 */
public record MarketTrip(UUID id, UUID organisationId, Equipment equipment, TripView trip) {}
