/**
 * Money: accounts, balanced postings, and the escrow that holds a booking's price.
 *
 * <p>Imports: shared, events, notifications, identity.
 */
package org.lanerunner.ledger;
