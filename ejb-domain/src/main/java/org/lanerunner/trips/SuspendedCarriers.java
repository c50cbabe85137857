package org.lanerunner.trips;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lanerunner.identity.OrganisationStanding;
import org.lanerunner.shared.Sql;

/**
 * Keeps the list of suspended carriers, whose trips the market does not see. The trips keep their state: once the carrier is reopened, those that are not over
 * are back.
 */
@ApplicationScoped
class SuspendedCarriers {

    @Inject
    private Sql sql;

    void follow(@Observes OrganisationStanding standing) {
        sql.update(
                standing.suspended()
                        ? "INSERT INTO trips.suspended_carrier (organisation_id) VALUES (?) ON CONFLICT DO NOTHING"
                        : "DELETE FROM trips.suspended_carrier WHERE organisation_id = ?",
                standing.organisationId());
    }
}
