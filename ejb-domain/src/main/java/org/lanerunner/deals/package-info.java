/**
 * Offers on loads, made by either side, until one is accepted.
 *
 * <p>Imports: shared, events, notifications, identity, ledger, loads, trips.
 */
package org.lanerunner.deals;
