/**
 * Feature flags: what is on for whom, by percentage, by named organisations and persons, and by a kill switch. They are known in memory on every node, and
 * asked by services and portal alike.
 *
 * <p>Imports: shared, events, identity.
 */
package org.lanerunner.flags;
