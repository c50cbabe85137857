/**
 * Who comes in, and how much of the server one caller may use in a time: networks that are shut out of the whole installation; rates by kind of request, counted for network
 * address, person or key, and organisation, for all nodes together; and what lifts these for a load test.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.gate;
