/**
 * Money: accounts, balanced postings, and the escrow that holds a booking's price.
 *
 * <p>Imports: shared, events, identity.
 */
package org.lanerunner.ledger;
