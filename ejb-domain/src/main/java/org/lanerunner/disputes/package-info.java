/**
 * Contested deliveries: what a buyer has against one, what the seller answers, and who gets the money.
 *
 * <p>Imports: shared, events, notifications, identity, documents, bookings.
 */
package org.lanerunner.disputes;
