/**
 * What happened: the event log, the outbox from which events go to the topics, the inbox of their consumers, and the audit of who asked for it.
 *
 * <p>Imports: shared.
 */
package org.lanerunner.events;
