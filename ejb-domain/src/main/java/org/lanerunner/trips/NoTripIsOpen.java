package org.lanerunner.trips;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.identity.ClosingCondition;
import org.lanerunner.shared.Sql;

/** An organisation that closes must have no open trip, since it carries nothing any more. */
@ApplicationScoped
class NoTripIsOpen implements ClosingCondition {

    @Inject
    private Sql sql;

    @Override
    public Stage stage() {
        return Stage.AGREED;
    }

    @Override
    public Optional<String> standsInTheWay(UUID organisationId) {
        return sql.first("""
                SELECT 1 FROM trips.trip WHERE organisation_id = ? AND status IN ('PLANNED', 'IN_PROGRESS') LIMIT 1""", row -> "Trips are planned or under way: cancel or complete them.", organisationId);
    }
}
