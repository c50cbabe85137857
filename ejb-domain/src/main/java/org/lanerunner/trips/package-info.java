/**
 * Who can carry: trips over ordered stops with the capacity left on each segment.
 *
 * <p>Imports: shared, events, ledger, places, fleet, loads.
 */
package org.lanerunner.trips;
