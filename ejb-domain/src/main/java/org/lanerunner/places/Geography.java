package org.lanerunner.places;

import java.time.Duration;

/**
 * Distance, duration and the place of a point, as the rest of LaneRunner asks for them. It is one interface, so that a
 * provider that knows streets can stand behind it later. Coordinates are in decimal degrees.
 */
public interface Geography {

    /** The distance to drive. */
    double distanceMeters(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude);

    /** The time that the drive takes, without rests. */
    Duration driveDuration(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude);

    /** The place to which a point belongs. */
    Place placeAt(double latitude, double longitude);
}
