package org.lanerunner.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Nobody is shown the event, which names whom it is for; each of those hears that the own notices have changed. */
@ApplicationScoped
class NoticeAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("notice", NOBODY);
    }
}
