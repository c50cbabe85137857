/**
 * The agreement: one leg, one buyer, one seller, from award to settled.
 *
 * <p>Imports: shared, events, notifications, identity, ledger, places, fleet, documents, loads, trips, deals.
 */
package org.lanerunner.bookings;
