package org.lanerunner.loads;

import static org.lanerunner.loads.LegStatus.AT_DELIVERY;
import static org.lanerunner.loads.LegStatus.AT_PICKUP;
import static org.lanerunner.loads.LegStatus.COVERED;
import static org.lanerunner.loads.LegStatus.DELIVERED;
import static org.lanerunner.loads.LegStatus.DISPATCHED;
import static org.lanerunner.loads.LegStatus.DRAFT;
import static org.lanerunner.loads.LegStatus.EXPIRED;
import static org.lanerunner.loads.LegStatus.IN_TRANSIT;
import static org.lanerunner.loads.LegStatus.OPEN;

import java.util.Set;
import org.lanerunner.shared.Command;

/** What can be done with a leg in which state. It follows its booking as long as one covers it, and is open again only when the booking falls through. */
enum LegCommand implements Command<LegStatus> {
    CHANGE("loads/not-open", DRAFT, OPEN),
    POST("loads/not-possible", DRAFT),
    COVER("loads/not-open", OPEN),
    HAUL("bookings/loaded", COVERED, DISPATCHED, AT_PICKUP),
    FOLLOW("loads/not-possible", COVERED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY),
    SETTLE("loads/not-possible", DELIVERED),
    REOPEN("loads/not-possible", COVERED, DISPATCHED, AT_PICKUP),
    EXPIRE("loads/not-possible", OPEN),
    CANCEL("loads/not-possible", DRAFT, OPEN, COVERED, DISPATCHED, AT_PICKUP, EXPIRED);

    private final String slug;
    private final Set<LegStatus> from;

    LegCommand(String slug, LegStatus... from) {
        this.slug = slug;
        this.from = Set.of(from);
    }

    @Override
    public Set<LegStatus> from() {
        return from;
    }

    @Override
    public String toWhat() {
        return "a leg";
    }

    @Override
    public String slug(LegStatus state) {
        return slug;
    }
}
