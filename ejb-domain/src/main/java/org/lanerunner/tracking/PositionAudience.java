package org.lanerunner.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Nobody is shown the event, which only says that there are new positions. Those who may see the positions are sent the latest one instead. */
@ApplicationScoped
class PositionAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("location", NOBODY);
    }
}
