package org.lanerunner.places;

import java.time.Duration;

/**
 * Distance, duration and the place of a point, as the rest of LaneRunner asks for them. One interface, so that a
 * provider that knows streets can stand behind it later; coordinates are decimal degrees.
 */
public interface Geography {

    /** How far it is to drive. */
    double distanceMeters(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude);

    /** How long it takes to drive, without rests. */
    Duration driveDuration(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude);

    /** The place that a point belongs to. */
    Place placeAt(double latitude, double longitude);
}
