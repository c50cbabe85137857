/**
 * Feature flags: what is on for whom, by percentage, by named organisations and persons, and a kill switch. Known in memory on every node, asked by services and
 * portal alike.
 *
 * <p>Imports: shared, events, identity.
 */
package org.lanerunner.flags;
