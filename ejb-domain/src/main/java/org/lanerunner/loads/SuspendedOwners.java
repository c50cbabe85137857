package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.identity.OrganisationStanding;
import org.lanerunner.shared.Sql;

/**
 * Keeps the list of suspended owners, whose loads the market does not see. The loads keep their state: once the owner is reopened, those whose time is not over
 * are back.
 */
@ApplicationScoped
class SuspendedOwners {

    @Inject
    private Sql sql;

    void follow(@Observes OrganisationStanding standing) {
        sql.update(
                standing.suspended()
                        ? "INSERT INTO loads.suspended_owner (organisation_id) VALUES (?) ON CONFLICT DO NOTHING"
                        : "DELETE FROM loads.suspended_owner WHERE organisation_id = ?",
                standing.organisationId());
    }

    boolean include(UUID organisationId) {
        return sql.first("SELECT 1 FROM loads.suspended_owner WHERE organisation_id = ?", row -> true, organisationId)
                .isPresent();
    }
}
