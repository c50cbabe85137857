package org.lanerunner.tracks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The recorded way of one vehicle: its good fixes and nothing else (what makes a fix good is told at
 * {@link TrackFile}). A timed track is in time order and each fix has its time; an untimed one is in the order of the
 * file and no fix has a time, because most of them had none or their times did not advance.
 *
 * @param name the file's name, for messages
 * @param format the format's name, for messages
 * @param vehicle the vehicle's name in the file, or null where it names none
 * @param timed whether the fixes carry times
 * @param fixes the good fixes
 * @param discarded how many points of this vehicle were read and not kept
 */
public record Track(String name, String format, String vehicle, boolean timed, List<Fix> fixes, int discarded) {

    public Track {
        fixes = List.copyOf(fixes);
    }

    /**
     * A position of the vehicle.
     *
     * @param latitude decimal degrees, north positive
     * @param longitude decimal degrees, east positive
     * @param time when, or null in an untimed track
     */
    public record Fix(double latitude, double longitude, Instant time) {

        Fix at(Instant newTime) {
            return new Fix(latitude, longitude, Objects.requireNonNull(newTime));
        }
    }
}
