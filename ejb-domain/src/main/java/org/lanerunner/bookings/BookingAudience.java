package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.lanerunner.events.EventAudience;

/** Says who is shown what happens to bookings. A driver sees that a delivery is contested, but neither why nor what it is about. */
@ApplicationScoped
class BookingAudience implements EventAudience {

    private static final Set<String> CONTESTING = Set.of("booking.contested", "booking.refunded");

    @Override
    public Map<String, String> permissions() {
        return Map.of("booking", BookingPermissions.VIEW);
    }

    @Override
    public Set<String> withheldFromDrivers(String type) {
        return CONTESTING.contains(type) ? ContestedBookings.BETWEEN_THE_SIDES : Set.of();
    }
}
