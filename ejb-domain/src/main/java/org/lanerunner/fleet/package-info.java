/**
 * Drivers and vehicles of an organisation, with their equipment and capacity.
 *
 * <p>Imports: shared, events, identity.
 */
package org.lanerunner.fleet;
