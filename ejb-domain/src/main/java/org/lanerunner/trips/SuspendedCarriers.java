package org.lanerunner.trips;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lanerunner.identity.OrganisationStanding;
import org.lanerunner.shared.Sql;

/** Whose trips have left the market with who posted them. They keep their state: reopened, those that are not over are back. */
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
