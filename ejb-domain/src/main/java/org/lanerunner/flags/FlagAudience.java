package org.lanerunner.flags;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Nobody is shown the event, which tells for whom a flag is on. Everybody hears that flags have changed. */
@ApplicationScoped
class FlagAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("flag", NOBODY);
    }
}
