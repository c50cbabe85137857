package org.lanerunner.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Geography without a map of streets: the great circle, made longer by what roads add on average, driven at one speed.
 * It knows no water and no mountains, so across a bay or a pass its distances are too short.
 */
@ApplicationScoped
public class CircuityGeography implements Geography {

    /** Distance by road over great circle; 1.2 is the average found for the United States (Ballou, Rahardja and Sakai, 2002). */
    public static final double CIRCUITY = 1.2;

    /** The speed of a truck over a whole drive, towns included: 65 km/h. */
    public static final double SPEED_METERS_PER_SECOND = 65 / 3.6;

    private final Places places;

    CircuityGeography() {
        this(null);
    }

    @Inject
    CircuityGeography(Places places) {
        this.places = places;
    }

    @Override
    public double distanceMeters(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        return GreatCircle.distanceMeters(fromLatitude, fromLongitude, toLatitude, toLongitude) * CIRCUITY;
    }

    @Override
    public Duration driveDuration(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        double meters = distanceMeters(fromLatitude, fromLongitude, toLatitude, toLongitude);
        return Duration.ofSeconds(Math.round(meters / SPEED_METERS_PER_SECOND));
    }

    @Override
    public Place placeAt(double latitude, double longitude) {
        return places.nearest(latitude, longitude);
    }
}
