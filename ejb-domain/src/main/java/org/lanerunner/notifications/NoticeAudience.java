package org.lanerunner.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Nobody is shown the event. It names the persons whom it concerns, and each of those hears that their own notices have changed. */
@ApplicationScoped
class NoticeAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("notice", NOBODY);
    }
}
