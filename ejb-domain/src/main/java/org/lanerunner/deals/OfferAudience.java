package org.lanerunner.deals;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Says who is shown what becomes of offers. */
@ApplicationScoped
class OfferAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("offer", DealPermissions.OFFERS_VIEW);
    }
}
