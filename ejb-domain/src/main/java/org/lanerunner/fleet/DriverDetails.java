package org.lanerunner.fleet;

import java.util.UUID;

/**
 * What an organisation says about a driver.
 *
 * @param name the name by which dispatchers and parties of a booking know the driver, up to 200 characters
 * @param phone up to 40 characters, or null
 * @param personId the member of the organisation who drives, or null when the driver has no account
 * @param active null counts as true; an inactive driver keeps the past but takes no new trip
 */
public record DriverDetails(String name, String phone, UUID personId, Boolean active) {}
