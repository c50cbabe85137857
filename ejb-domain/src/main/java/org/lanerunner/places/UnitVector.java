package org.lanerunner.places;

/**
 * A place as the vector from the Earth's centre, of length one: z towards the north pole, x towards 0°, 0°. The distance between two vectors means the same
 * everywhere, also at the poles and across the date line, and a database can compute it without trigonometry.
 */
public record UnitVector(double x, double y, double z) {

    /** @param latitude degrees; @param longitude degrees */
    public static UnitVector of(double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        return new UnitVector(Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi));
    }
}
