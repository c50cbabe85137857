package org.lanerunner.loads;

import static org.lanerunner.loads.LoadStatus.AT_DELIVERY;
import static org.lanerunner.loads.LoadStatus.AT_PICKUP;
import static org.lanerunner.loads.LoadStatus.COVERED;
import static org.lanerunner.loads.LoadStatus.DELIVERED;
import static org.lanerunner.loads.LoadStatus.DISPATCHED;
import static org.lanerunner.loads.LoadStatus.DRAFT;
import static org.lanerunner.loads.LoadStatus.IN_TRANSIT;
import static org.lanerunner.loads.LoadStatus.OPEN;

import java.util.Set;
import org.lanerunner.shared.Command;

/** What can be done with a load in which state. It follows its booking as long as one carries it; only a booking that falls through reopens it. */
enum LoadCommand implements Command<LoadStatus> {
    CHANGE("loads/not-open", DRAFT, OPEN),
    POST("loads/not-possible", DRAFT),
    COVER("loads/not-open", OPEN),
    FOLLOW("loads/not-possible", COVERED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY),
    SETTLE("loads/not-possible", DELIVERED),
    REOPEN("loads/not-possible", COVERED, DISPATCHED, AT_PICKUP),
    EXPIRE("loads/not-possible", OPEN),
    CANCEL("loads/not-possible", DRAFT, OPEN, COVERED, DISPATCHED, AT_PICKUP);

    private final String slug;
    private final Set<LoadStatus> from;

    LoadCommand(String slug, LoadStatus... from) {
        this.slug = slug;
        this.from = Set.of(from);
    }

    @Override
    public Set<LoadStatus> from() {
        return from;
    }

    @Override
    public String toWhat() {
        return "a load";
    }

    @Override
    public String slug(LoadStatus state) {
        return slug;
    }
}
