/**
 * What has to move: loads with their legs and stops, from draft to settled.
 *
 * <p>Imports: shared, events, notifications, identity, ledger, places, fleet.
 */
package org.lanerunner.loads;
