/**
 * The positions of vehicles on their trips, as drivers report them.
 *
 * <p>Imports: shared, events, places, trips, bookings.
 */
package org.lanerunner.tracking;
