package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.identity.ClosingCondition;
import org.lanerunner.shared.Sql;

/** An organisation that closes must have no open load, so that nothing is left to be carried for it. */
@ApplicationScoped
class NoLoadIsOpen implements ClosingCondition {

    @Inject
    private Sql sql;

    @Override
    public Stage stage() {
        return Stage.OFFERED;
    }

    @Override
    public Optional<String> standsInTheWay(UUID organisationId) {
        return sql.first("""
                SELECT 1 FROM loads.load WHERE organisation_id = ? AND status NOT IN ('DRAFT', 'SETTLED', 'EXPIRED', 'CANCELLED') LIMIT 1""", row -> "Loads are on the market or under way: cancel or finish them.", organisationId);
    }
}
