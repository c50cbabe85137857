/**
 * Drivers and vehicles of an organisation: who can carry, with what equipment and how much.
 *
 * <p>Imports: shared, events, identity.
 */
package org.lanerunner.fleet;
