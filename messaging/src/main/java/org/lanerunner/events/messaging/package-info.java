/**
 * Events on their way: the relay that sends the outbox to the topics, and the pattern of a listener that acts once.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.events.messaging;
