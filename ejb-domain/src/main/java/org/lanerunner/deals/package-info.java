/**
 * Offers on loads, made by either side, until one is accepted.
 *
 * <p>Imports: shared, events, identity, loads, trips.
 */
package org.lanerunner.deals;
