/**
 * Who comes in, and how much of the server one caller may use in a time. There are networks that are shut out of the whole installation; rates by kind of
 * request, counted for network address, person or key, and organisation, for all nodes together; and bypasses, which lift rates for a load test.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.gate;
