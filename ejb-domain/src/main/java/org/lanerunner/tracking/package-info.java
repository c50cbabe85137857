/**
 * Where vehicles were: positions of trips as drivers report them, and readers of recorded tracks.
 *
 * <p>Imports: shared, events, places, trips, bookings.
 */
package org.lanerunner.tracking;
