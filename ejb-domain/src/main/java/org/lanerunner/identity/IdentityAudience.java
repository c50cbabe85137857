package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Says who is shown what happens to members and to the organisation itself. */
@ApplicationScoped
class IdentityAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                "user", IdentityPermissions.ORGANISATION_VIEW, "organisation", IdentityPermissions.ORGANISATION_VIEW);
    }
}
