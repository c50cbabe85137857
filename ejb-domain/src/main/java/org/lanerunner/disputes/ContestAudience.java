package org.lanerunner.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.ContestedBookings;
import org.lanerunner.events.EventAudience;

/** Says who is shown what becomes of a contest: both sides are, and a driver sees no more than that there is one. */
@ApplicationScoped
class ContestAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("contest", BookingPermissions.VIEW);
    }

    @Override
    public Set<String> withheldFromDrivers(String type) {
        return ContestedBookings.BETWEEN_THE_SIDES;
    }
}
