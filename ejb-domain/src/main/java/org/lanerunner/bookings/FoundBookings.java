package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.FindsOwn;
import org.lanerunner.shared.Found;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Wanted;
import org.lanerunner.trips.Trips;

/** Finds bookings of the own organisation, as buyer or seller, by a reference or a place. */
@ApplicationScoped
class FoundBookings implements FindsOwn {

    /** Each way to find a booking has an index of its own, so each is a query of its own. */
    private static final String FIND = """
            WITH own AS NOT MATERIALIZED (
                SELECT id, reference FROM bookings.booking
                WHERE (buyer_organisation_id = ? OR seller_organisation_id = ?)
                    AND (?::uuid IS NULL OR (driver_id = ? AND seller_organisation_id = ?))),
            found AS (
                (SELECT id FROM own WHERE reference LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!' ORDER BY id DESC LIMIT ?)
                UNION
                (SELECT b.id FROM own b WHERE EXISTS (SELECT 1 FROM bookings.stop s WHERE s.booking_id = b.id AND lower(s.place_name) LIKE ? ESCAPE '!')
                 ORDER BY b.id DESC LIMIT ?))
            SELECT b.id, b.reference,
                (SELECT s.place_name FROM bookings.stop s WHERE s.booking_id = b.id ORDER BY s.sequence LIMIT 1) AS origin,
                (SELECT s.place_name FROM bookings.stop s WHERE s.booking_id = b.id ORDER BY s.sequence DESC LIMIT 1) AS destination
            FROM found JOIN bookings.booking b ON b.id = found.id ORDER BY b.id DESC LIMIT ?""";

    @Inject
    private Trips trips;

    @Inject
    private Sql sql;

    @Override
    public List<Found> find(Caller caller, Wanted wanted, int limit) {
        if (!caller.may(BookingPermissions.VIEW)) {
            return List.of();
        }
        UUID me = caller.organisationId();
        UUID driven = trips.driverFilter(caller, BookingPermissions.VIEW);
        return sql.query(
                FIND,
                row -> new Found(
                        "booking",
                        Sql.id(row, "id"),
                        row.getString("reference"),
                        row.getString("origin"),
                        row.getString("destination")),
                me,
                me,
                driven,
                driven,
                me,
                wanted.reference(),
                wanted.referenceAfter("B"),
                limit,
                wanted.place(),
                limit,
                limit);
    }
}
