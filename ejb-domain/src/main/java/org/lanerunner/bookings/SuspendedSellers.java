package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.fleet.Fleet;
import org.lanerunner.identity.OrganisationStanding;
import org.lanerunner.identity.RoadWork;
import org.lanerunner.shared.Sql;

/**
 * Keeps the bookings of a suspended seller going: they are driven to their ends, and the timer does not look at what is due to the seller until it is reopened.
 */
@ApplicationScoped
class SuspendedSellers implements RoadWork {

    private static final String NOT_DELIVERED = "('CONFIRMED', 'DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY')";

    @Inject
    private Fleet fleet;

    @Inject
    private Sql sql;

    void follow(@Observes OrganisationStanding standing) {
        sql.update(
                standing.suspended()
                        ? "INSERT INTO bookings.suspended_seller (organisation_id) VALUES (?) ON CONFLICT DO NOTHING"
                        : "DELETE FROM bookings.suspended_seller WHERE organisation_id = ?",
                standing.organisationId());
    }

    @Override
    public Set<UUID> peopleOf(UUID organisationId) {
        Set<UUID> drivers = new HashSet<>(sql.query(
                "SELECT DISTINCT driver_id FROM bookings.booking WHERE seller_organisation_id = ? AND driver_id IS NOT NULL AND status IN "
                        + NOT_DELIVERED,
                row -> Sql.id(row, "driver_id"),
                organisationId));
        return fleet.peopleOf(organisationId, drivers);
    }
}
