package org.lanerunner.places;

import org.lanerunner.shared.Refusal;

/** A circle on the ground: centre in degrees (WGS 84), radius in metres along the surface. */
public record Circle(double latitude, double longitude, double radiusMeters) {

    private static final double LARGEST_METERS = 5_000_000;

    /**
     * The smallest box of degrees around a circle, for an index to look in before the exact distance decides.
     *
     * @param west equal to {@code east} less 360 where the circle crosses every meridian; greater than {@code east} across the date line
     */
    public record Box(double south, double north, double west, double east) {

        /** True if the box's longitudes lie west of {@code east} or east of {@code west}, not between. */
        public boolean crossesDateLine() {
            return west > east;
        }
    }

    /** Reads "latitude,longitude"; null for null. */
    public static Circle parse(String centre, double radiusMeters) {
        if (centre == null) {
            return null;
        }
        String[] degrees = centre.split(",", -1);
        if (degrees.length != 2) {
            throw Refusal.invalid("", "near is written as latitude,longitude in degrees.");
        }
        try {
            Circle circle = new Circle(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]), radiusMeters);
            if (Math.abs(circle.latitude) <= 90
                    && Math.abs(circle.longitude) <= 180
                    && radiusMeters > 0
                    && radiusMeters <= LARGEST_METERS) {
                return circle;
            }
        } catch (NumberFormatException unreadable) {
            throw Refusal.invalid("", "near is written as latitude,longitude in degrees.");
        }
        throw Refusal.invalid("", "near or radiusMeters is out of range.");
    }

    public boolean holds(double pointLatitude, double pointLongitude) {
        return GreatCircle.distanceMeters(latitude, longitude, pointLatitude, pointLongitude) <= radiusMeters;
    }

    /** A circle that holds a pole crosses every meridian. Any other circle touches its outermost meridians nearer to the pole than its centre lies. */
    public Box box() {
        double angle = radiusMeters / GreatCircle.EARTH_RADIUS_METERS;
        double span = Math.toDegrees(angle);
        double south = latitude - span;
        double north = latitude + span;
        if (south <= -90 || north >= 90) {
            return new Box(Math.max(-90, south), Math.min(90, north), -180, 180);
        }
        double half = Math.toDegrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(Math.toRadians(latitude)))));
        double west = longitude - half;
        double east = longitude + half;
        return new Box(south, north, west < -180 ? west + 360 : west, east > 180 ? east - 360 : east);
    }
}
