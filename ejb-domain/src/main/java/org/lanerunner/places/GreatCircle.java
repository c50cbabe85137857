package org.lanerunner.places;

/**
 * Distances over the surface of a sphere of the Earth's mean radius (IUGG R1). Compared with the ellipsoid it errs by
 * at most 0.56 %, which is far less than what roads add. The haversine form is used because it stays exact for points a
 * metre apart, where the cosine form loses all its digits.
 */
public final class GreatCircle {

    /** Mean radius of the Earth, IUGG R1. */
    public static final double EARTH_RADIUS_METERS = 6_371_008.8;

    private GreatCircle() {}

    /** The shortest distance between two points in decimal degrees. It is right across the antimeridian and the poles too. */
    public static double distanceMeters(
            double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        double fromPhi = Math.toRadians(fromLatitude);
        double toPhi = Math.toRadians(toLatitude);
        double sinHalfPhi = Math.sin((toPhi - fromPhi) / 2);
        double sinHalfLambda = Math.sin(Math.toRadians(toLongitude - fromLongitude) / 2);
        double haversine =
                sinHalfPhi * sinHalfPhi + Math.cos(fromPhi) * Math.cos(toPhi) * sinHalfLambda * sinHalfLambda;
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }
}
