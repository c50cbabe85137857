/**
 * Events on their way: the relay that sends the outbox to the topics, and every consumer's places in them.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.events.messaging;
