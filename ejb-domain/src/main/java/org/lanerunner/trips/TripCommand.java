package org.lanerunner.trips;

import static org.lanerunner.trips.TripStatus.IN_PROGRESS;
import static org.lanerunner.trips.TripStatus.PLANNED;

import java.util.Set;
import org.lanerunner.shared.Command;

/** What can be done with a trip in which state. */
enum TripCommand implements Command<TripStatus> {
    ASSIGN("trips/over", PLANNED, IN_PROGRESS),
    RESERVE("trips/not-open", PLANNED, IN_PROGRESS),
    RELEASE("trips/not-possible", PLANNED, IN_PROGRESS),
    START("trips/not-possible", PLANNED),
    START_LATER("trips/not-possible", IN_PROGRESS),
    STAND_DOWN("trips/not-possible", IN_PROGRESS),
    COMPLETE("trips/not-possible", IN_PROGRESS),
    CANCEL("trips/not-possible", PLANNED);

    private final String slug;
    private final Set<TripStatus> from;

    TripCommand(String slug, TripStatus... from) {
        this.slug = slug;
        this.from = Set.of(from);
    }

    @Override
    public Set<TripStatus> from() {
        return from;
    }

    @Override
    public String toWhat() {
        return "a trip";
    }

    @Override
    public String slug(TripStatus state) {
        return slug;
    }
}
