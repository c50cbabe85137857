package org.lanerunner.trips;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Says who is shown what happens to trips. */
@ApplicationScoped
class TripAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("trip", TripPermissions.VIEW);
    }
}
