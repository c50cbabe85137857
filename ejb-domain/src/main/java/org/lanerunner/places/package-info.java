/**
 * Where things are: the gazetteer of cities and US ZIP codes, and distance, duration and the place of a point.
 *
 * <p>Imports: shared.
 */
package org.lanerunner.places;
