package org.lanerunner.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.tracks.Track;
import org.lanerunner.tracks.Track.Fix;

/** A truck from Chicago to Milwaukee as a track would record it: loading, the way along the lake at highway speed, unloading, and leaving again. */
final class SimulatedTrack {
    private static final double METERS_PER_SECOND = 25;
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Duration AT_STOP = Duration.ofMinutes(5);
    private static final double[][] WAY = {
        {41.952, -87.735},
        {42.021, -87.790},
        {42.142, -87.853},
        {42.243, -87.900},
        {42.373, -87.936},
        {42.493, -87.951},
        {42.622, -87.954},
        {42.745, -87.952},
        {42.866, -87.942},
        {42.948, -87.934}
    };
    private static final double[] AFTERWARDS = {42.994, -87.929};

    private final List<Fix> fixes = new ArrayList<>();
    private Instant time = Instant.EPOCH;

    private SimulatedTrack() {}

    static Track between(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        SimulatedTrack simulated = new SimulatedTrack();
        simulated.standAt(fromLatitude, fromLongitude);
        for (double[] point : WAY) {
            simulated.driveTo(point[0], point[1]);
        }
        simulated.driveTo(toLatitude, toLongitude);
        simulated.standAt(toLatitude, toLongitude);
        simulated.driveTo(AFTERWARDS[0], AFTERWARDS[1]);
        return new Track("the simulated way", "simulated", null, true, simulated.fixes, 0);
    }

    private void standAt(double latitude, double longitude) {
        for (Duration stood = Duration.ZERO; stood.compareTo(AT_STOP) <= 0; stood = stood.plus(STEP.multipliedBy(3))) {
            fixes.add(new Fix(latitude, longitude, time));
            time = time.plus(STEP.multipliedBy(3));
        }
    }

    private void driveTo(double latitude, double longitude) {
        Fix from = fixes.get(fixes.size() - 1);
        double meters = GreatCircle.distanceMeters(from.latitude(), from.longitude(), latitude, longitude);
        int steps = (int) Math.max(1, Math.ceil(meters / METERS_PER_SECOND / STEP.toSeconds()));
        for (int i = 1; i <= steps; i++) {
            double part = (double) i / steps;
            time = time.plus(STEP);
            fixes.add(new Fix(
                    from.latitude() + part * (latitude - from.latitude()),
                    from.longitude() + part * (longitude - from.longitude()),
                    time));
        }
    }
}
