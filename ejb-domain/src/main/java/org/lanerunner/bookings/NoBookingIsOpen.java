package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.identity.ClosingCondition;
import org.lanerunner.shared.Sql;

/** An organisation that closes must have no open booking, so that it owes nobody carriage or a proof. */
@ApplicationScoped
class NoBookingIsOpen implements ClosingCondition {

    @Inject
    private Sql sql;

    @Override
    public Stage stage() {
        return Stage.AGREED;
    }

    @Override
    public Optional<String> standsInTheWay(UUID organisationId) {
        return sql.first(
                """
                SELECT 1 FROM bookings.booking WHERE status NOT IN ('SETTLED', 'REFUNDED', 'CANCELLED') AND (buyer_organisation_id = ? OR seller_organisation_id = ?) LIMIT 1""", row -> "Bookings are not settled yet: finish or cancel them.", organisationId, organisationId);
    }
}
