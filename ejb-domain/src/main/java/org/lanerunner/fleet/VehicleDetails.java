package org.lanerunner.fleet;

/**
 * What an organisation says about a vehicle.
 *
 * @param name up to 200 characters
 * @param plate registration plate, up to 20 characters
 * @param equipment the kind of vehicle it is
 * @param capacity the room it offers; a part that is null is not limited
 * @param active null counts as true; an inactive vehicle keeps the past but takes no new trip
 */
public record VehicleDetails(String name, String plate, Equipment equipment, Capacity capacity, Boolean active) {}
