/**
 * Places on the ground: the gazetteer of cities and US ZIP codes; distance, duration and the place of a point.
 *
 * <p>Imports: shared.
 */
package org.lanerunner.places;
