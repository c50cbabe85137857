package org.lanerunner.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Says who is shown that a document was stored. */
@ApplicationScoped
class DocumentAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("document", DocumentPermissions.VIEW);
    }
}
