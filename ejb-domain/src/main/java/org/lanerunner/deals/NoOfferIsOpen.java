package org.lanerunner.deals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.identity.ClosingCondition;
import org.lanerunner.shared.Sql;

/** An organisation that closes must have no open offer, so that nobody can accept what it offered. */
@ApplicationScoped
class NoOfferIsOpen implements ClosingCondition {

    @Inject
    private Sql sql;

    @Override
    public Stage stage() {
        return Stage.OFFERED;
    }

    @Override
    public Optional<String> standsInTheWay(UUID organisationId) {
        return sql.first("""
                SELECT 1 FROM deals.offer WHERE status = 'OPEN' AND (buyer_organisation_id = ? OR seller_organisation_id = ?) LIMIT 1""", row -> "Offers are open: withdraw or decline them.", organisationId, organisationId);
    }
}
