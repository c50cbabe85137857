package org.lanerunner.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.identity.ClosingCondition;
import org.lanerunner.shared.Sql;

/** An organisation that closes must leave no money behind. Test money does not count. */
@ApplicationScoped
class WalletIsEmpty implements ClosingCondition {

    @Inject
    private Sql sql;

    @Override
    public Stage stage() {
        return Stage.PAID;
    }

    @Override
    public Optional<String> standsInTheWay(UUID organisationId) {
        return sql.first("""
                SELECT 1 FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
                WHERE a.organisation_id = ? AND NOT a.test AND b.balance_minor > 0 LIMIT 1""", row -> "There is money in the wallet: have it paid out.", organisationId);
    }
}
