/**
 * Brings loads and trips together: candidates from both markets, scored with reasons in words.
 *
 * <p>Imports: shared, identity, places, fleet, loads, trips.
 */
package org.lanerunner.matching;
