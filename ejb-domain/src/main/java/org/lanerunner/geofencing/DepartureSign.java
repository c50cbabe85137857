package org.lanerunner.geofencing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanerunner.tracking.Position;

/**
 * What shows that a vehicle has left a stop which it had reached, and since when. They are asked in the order in which they stand; the first that shows a
 * departure after the arrival tells its time.
 */
enum DepartureSign {
    /** The visit that the arrival is of has ended. */
    VISIT_ENDED {
        @Override
        Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
            return stop.visit().filter(visit -> stop.arrivalIsOfVisit()).map(Presence.Visit::leftAt);
        }
    },

    /** Of an arrival that is known otherwise: the vehicle is outside beyond doubt. */
    OUTSIDE_AFTER_AN_ARRIVAL_KNOWN_OTHERWISE {
        @Override
        Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
            return stop.arrivalIsOfVisit() ? Optional.empty() : stop.outsideSince(latest);
        }
    },

    /** Nobody is in two fences that lie apart, so who arrives in the next one has left this one, even if its fixes outside are too few to confirm it. */
    ARRIVAL_ELSEWHERE {
        @Override
        Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
            return arrivalElsewhere.filter(stop.presence()::isOutsideBy).map(at -> stop.presence()
                    .runStartedAt());
        }
    };

    /**
     * @param stop one that is reached
     * @param arrivalElsewhere when it arrived in a fence that lies apart, if it did
     */
    abstract Optional<Instant> shows(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere);

    static Optional<Instant> first(WatchedStop stop, Position latest, Optional<Instant> arrivalElsewhere) {
        return Stream.of(values())
                .flatMap(sign -> sign.shows(stop, latest, arrivalElsewhere).stream())
                .filter(at -> at.isAfter(stop.arrivedAt()))
                .findFirst();
    }
}
