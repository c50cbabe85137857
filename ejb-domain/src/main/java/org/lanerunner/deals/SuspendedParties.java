package org.lanerunner.deals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.lanerunner.identity.OrganisationStanding;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.Sql;

/** Organisations that were suspended and whose open offers are still to be closed, some at a time. From the suspension on nobody makes new offers with them. */
@ApplicationScoped
class SuspendedParties {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void follow(@Observes OrganisationStanding standing) {
        if (standing.suspended()) {
            sql.update(
                    "INSERT INTO deals.suspended_party (organisation_id, suspended_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    standing.organisationId(),
                    clock.instant());
        } else {
            done(standing.organisationId());
        }
    }

    List<DueItem> due(DueItem after, int limit) {
        return sql.query(
                "SELECT organisation_id, suspended_at FROM deals.suspended_party WHERE (suspended_at, organisation_id) > (?, ?) ORDER BY suspended_at, organisation_id LIMIT ?",
                row -> new DueItem(Sql.id(row, "organisation_id"), Sql.instant(row, "suspended_at")),
                after.dueAt(),
                after.id(),
                limit);
    }

    boolean include(UUID organisationId) {
        return sql.first("SELECT 1 FROM deals.suspended_party WHERE organisation_id = ?", row -> true, organisationId)
                .isPresent();
    }

    void done(UUID organisationId) {
        sql.update("DELETE FROM deals.suspended_party WHERE organisation_id = ?", organisationId);
    }
}
