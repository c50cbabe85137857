/**
 * How much of the server one caller may use in a time: rates by kind of request, counted for network address, person or key, and organisation, for all nodes together.
 *
 * <p>Imports: shared.
 */
package org.lanerunner.gate;
