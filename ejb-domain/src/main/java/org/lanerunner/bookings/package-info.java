/**
 * The agreement: one leg, one buyer, one seller, from award to settled.
 *
 * <p>Imports: shared, events, identity, ledger, places, documents, loads, trips, deals.
 */
package org.lanerunner.bookings;
