/**
 * What the platform's administrators see across features: an organisation's bookings, loads and money, and how the installation stands.
 *
 * <p>Imports: shared, events, vault, outbound, identity, ledger, loads, bookings, disputes, analytics.
 */
package org.lanerunner.admin;
