/**
 * Who can carry: trips over ordered stops, with the capacity left on each segment.
 *
 * <p>Imports: shared, events, notifications, identity, places, fleet, loads.
 */
package org.lanerunner.trips;
