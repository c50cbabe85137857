/**
 * Offers on loads, made by either side, until one is accepted.
 *
 * <p>Imports: shared, events, ledger, places, fleet, loads, trips, matching.
 */
package org.lanerunner.deals;
