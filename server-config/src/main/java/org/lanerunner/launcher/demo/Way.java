package org.lanerunner.launcher.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.Options;
import org.lanerunner.shared.LateEntry;
import org.lanerunner.tracks.Journey;
import org.lanerunner.tracks.Track;
import org.lanerunner.tracks.TrackFile;
import org.lanerunner.tracks.TrackUnreadable;

/**
 * The way that the truck drives, and how fast: a recorded track or the simulated one, at a multiple of its real speed or just quickly. A track that allows no
 * journey is refused before anything is started.
 *
 * @param recorded the track of {@code --trace}
 * @param speed the multiple of {@code --speed}; without it everything is sent within {@link #QUICKLY}
 */
public record Way(Optional<Track> recorded, Optional<Double> speed) {
    static final Duration QUICKLY = Duration.ofSeconds(8);
    /** The demo enters its load late, and there is a limit for that; one day is left for the demo itself. */
    private static final Duration LONGEST = LateEntry.OLDEST.minusDays(1);

    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 1_000_000;

    /** The simulated way, driven quickly. */
    public static Way simulated() {
        return new Way(Optional.empty(), Optional.empty());
    }

    /** The simulated way at a multiple of its real speed, for runs that nobody watches. */
    public static Way simulatedAt(double speed) {
        return new Way(Optional.empty(), Optional.of(speed));
    }

    static Way of(Options options) {
        Optional<Double> speed =
                options.has("speed") ? Optional.of(speed(options.value("speed", ""))) : Optional.empty();
        if (!options.has("trace")) {
            return new Way(Optional.empty(), speed);
        }
        try {
            Path file = Path.of(System.getProperty("lanerunner.cwd", ".")).resolve(options.value("trace", ""));
            Track track = TrackFile.read(file);
            Journey journey = Journey.along(track, Instant.now());
            Duration lasts = Duration.between(journey.startsAt(), journey.endsAt());
            if (lasts.compareTo(LONGEST) > 0) {
                throw new LaunchFailure("This track can't be driven. " + track.name() + ": lasts " + lasts.toDays()
                        + " days; a load that began more than " + LONGEST.toDays() + " days ago is not posted.");
            }
            return new Way(Optional.of(track), speed);
        } catch (TrackUnreadable unreadable) {
            throw new LaunchFailure("This track can't be driven. " + unreadable.getMessage() + ".", unreadable);
        } catch (java.nio.file.InvalidPathException noPath) {
            throw new LaunchFailure("--trace names no file: " + noPath.getReason() + ".", noPath);
        }
    }

    /**
     * The journey, shifted in time so that its last fix is now. When it is replayed at its real speed or faster, its last fix is at the time at which that
     * fix will be sent; so at its real speed each fix is sent at its own time.
     */
    Journey journey(Track track, Instant now) {
        Journey journey = Journey.along(track, now);
        if (speed.isEmpty() || speed.get() < 1) {
            return journey;
        }
        return Journey.along(track, now.plus(length(journey)));
    }

    /** How long the driving takes. */
    Duration length(Journey journey) {
        if (speed.isEmpty()) {
            return QUICKLY;
        }
        long recorded = Duration.between(journey.startsAt(), journey.endsAt()).toMillis();
        return Duration.ofMillis(Math.round(recorded / speed.get()));
    }

    private static double speed(String text) {
        try {
            double speed = Double.parseDouble(text);
            if (speed >= SLOWEST && speed <= FASTEST) {
                return speed;
            }
        } catch (NumberFormatException noNumber) {
            throw new LaunchFailure("--speed needs a number such as 60, not " + text + ".", noNumber);
        }
        throw new LaunchFailure("--speed lies between " + SLOWEST + " and " + (int) FASTEST + ", not " + text + ".");
    }
}
