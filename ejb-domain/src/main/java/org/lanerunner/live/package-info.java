/**
 * Decides what is shown as it happens, and to whom: the same that one could ask for at that moment. The other features feed it by saying who is shown their
 * events ({@link org.lanerunner.events.EventAudience}).
 *
 * <p>Imports: shared, events, trips, bookings, tracking.
 */
package org.lanerunner.live;
