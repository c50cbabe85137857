package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Says who is shown what happens to loads. */
@ApplicationScoped
class LoadAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("load", LoadPermissions.VIEW);
    }
}
