/**
 * Messages to people: one row for each message. The transaction that has something to say writes it, and it is sent after that, however long the provider takes
 * to come back.
 *
 * <p>Imports: shared, events, vault.
 */
package org.lanerunner.outbound;
