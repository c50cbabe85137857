package org.lanerunner.geofencing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanerunner.tracking.Position;

/**
 * The signs that a vehicle has left a stop which it had reached, with the time. They are asked in the order in which they stand here. The first one that shows
 * a departure after the arrival tells its time.
 */
enum DepartureSign {
    /** The visit by which the vehicle arrived has ended. */
    VISIT_ENDED {
        @Override
        Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
            return stop.visit().filter(visit -> stop.arrivalIsOfVisit()).map(Presence.Visit::leftAt);
        }
    },

    /** The arrival is not known by a visit, and the vehicle is outside beyond doubt. */
    OUTSIDE_AFTER_AN_ARRIVAL_KNOWN_OTHERWISE {
        @Override
        Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
            return stop.arrivalIsOfVisit() ? Optional.empty() : stop.outsideSince(latest);
        }
    },

    /**
     * No vehicle is in two fences that lie apart. So one that arrives in the next fence has left this one, even if its fixes outside are too few to confirm it.
     */
    ARRIVAL_ELSEWHERE {
        @Override
        Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
            return arrivalElsewhere.filter(stop.presence()::isOutsideBy).map(at -> stop.presence()
                    .runStartedAt());
        }
    };

    /**
     * @param stop a stop that is reached
     * @param arrivalElsewhere when the vehicle arrived in a fence that lies apart, if it did
     */
    abstract Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere);

    static Optional<Instant> first(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
        return Stream.of(values())
                .flatMap(sign -> sign.shows(stop, latest, arrivalElsewhere).stream())
                .filter(at -> at.isAfter(stop.arrivedAt()))
                .findFirst();
    }
}
