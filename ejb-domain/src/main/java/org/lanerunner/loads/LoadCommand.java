package org.lanerunner.loads;

import static org.lanerunner.loads.LoadStatus.AT_DELIVERY;
import static org.lanerunner.loads.LoadStatus.AT_PICKUP;
import static org.lanerunner.loads.LoadStatus.COVERED;
import static org.lanerunner.loads.LoadStatus.DISPATCHED;
import static org.lanerunner.loads.LoadStatus.DRAFT;
import static org.lanerunner.loads.LoadStatus.EXPIRED;
import static org.lanerunner.loads.LoadStatus.IN_TRANSIT;
import static org.lanerunner.loads.LoadStatus.OPEN;

import java.util.Set;
import org.lanerunner.shared.Command;

/**
 * What a load's owner can do with it in which state. Each of its legs is asked too ({@link LegCommand}). Everything else is done to a leg, and the load
 * follows.
 */
enum LoadCommand implements Command<LoadStatus> {
    CHANGE("loads/not-open", DRAFT, OPEN),
    POST("loads/not-possible", DRAFT),
    CANCEL("loads/not-possible", DRAFT, OPEN, COVERED, DISPATCHED, AT_PICKUP),
    CANCEL_LEG("loads/not-possible", OPEN, COVERED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY, EXPIRED);

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
