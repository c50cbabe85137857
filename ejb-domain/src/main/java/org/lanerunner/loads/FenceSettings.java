package org.lanerunner.loads;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.lanerunner.shared.Refusal;

/**
 * The circle around a stop, and how it confirms an arrival or a departure: its radius, the fixes and seconds in a row that it asks for, and the speed above
 * which a vehicle inside only drives by.
 */
@Embeddable
public record FenceSettings(
        @Column(name = "fence_radius_meters") double radiusMeters,
        @Column(name = "fence_confirm_fixes") int confirmFixes,
        @Column(name = "fence_confirm_seconds") int confirmSeconds,
        @Column(name = "fence_max_speed_meters_per_second") double maxSpeedMetersPerSecond) {

    private static final double LEAST_METERS = 10;
    private static final double MOST_METERS = 10_000;

    public static final FenceSettings DEFAULT = new FenceSettings(200, 2, 0, 8);

    @JsonCreator
    public static FenceSettings of(
            @JsonProperty("radiusMeters") Double radiusMeters,
            @JsonProperty("confirmFixes") Integer confirmFixes,
            @JsonProperty("confirmSeconds") Integer confirmSeconds,
            @JsonProperty("maxSpeedMetersPerSecond") Double maxSpeedMetersPerSecond) {
        return new FenceSettings(
                radiusMeters == null ? DEFAULT.radiusMeters : radiusMeters,
                confirmFixes == null ? DEFAULT.confirmFixes : confirmFixes,
                confirmSeconds == null ? DEFAULT.confirmSeconds : confirmSeconds,
                maxSpeedMetersPerSecond == null ? DEFAULT.maxSpeedMetersPerSecond : maxSpeedMetersPerSecond);
    }

    /** The same circle with another radius; unchanged for null. */
    public FenceSettings withRadius(Double meters, String pointer) {
        if (meters == null) {
            return this;
        }
        range(meters, LEAST_METERS, MOST_METERS, pointer);
        return new FenceSettings(meters, confirmFixes, confirmSeconds, maxSpeedMetersPerSecond);
    }

    void check(String pointer) {
        range(radiusMeters, LEAST_METERS, MOST_METERS, pointer + "/radiusMeters");
        range(confirmFixes, 1, 20, pointer + "/confirmFixes");
        range(confirmSeconds, 0, 3600, pointer + "/confirmSeconds");
        range(maxSpeedMetersPerSecond, 0.5, 500, pointer + "/maxSpeedMetersPerSecond");
    }

    private static void range(double value, double least, double most, String pointer) {
        if (!(value >= least && value <= most)) {
            throw Refusal.invalid(pointer, "This is a number from " + least + " to " + most + ".");
        }
    }
}
