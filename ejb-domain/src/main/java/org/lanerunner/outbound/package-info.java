/**
 * Messages to people: a row a message, written by the transaction that has something to say and sent after it, however long the provider takes to come back.
 *
 * <p>Imports: shared, events, vault.
 */
package org.lanerunner.outbound;
