/**
 * What falls due by itself: expiry of loads and offers, release of escrows.
 *
 * <p>Imports: shared, loads, deals, bookings.
 */
package org.lanerunner.bookings.messaging;
