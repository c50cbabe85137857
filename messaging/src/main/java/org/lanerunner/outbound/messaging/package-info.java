/**
 * Messages on their way to people: the worker that sends what waits, and the gateways to those who carry it.
 *
 * <p>Imports: shared, outbound.
 */
package org.lanerunner.outbound.messaging;
