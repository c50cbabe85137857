/**
 * Circles around the stops of dispatched bookings: tells bookings from positions that a vehicle arrived or departed.
 *
 * <p>Imports: shared, places, loads, bookings, tracking.
 */
package org.lanerunner.geofencing;
