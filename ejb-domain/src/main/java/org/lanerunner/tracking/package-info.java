/**
 * Where vehicles were: positions of trips as drivers report them, and readers of recorded tracks.
 *
 * <p>Imports: shared, events, identity, ledger, places, documents, loads, trips, deals, bookings.
 */
package org.lanerunner.tracking;
