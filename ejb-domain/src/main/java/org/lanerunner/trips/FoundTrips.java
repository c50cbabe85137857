package org.lanerunner.trips;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.FindsOwn;
import org.lanerunner.shared.Found;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Wanted;

/** Finds own trips by a reference or a place. */
@ApplicationScoped
class FoundTrips implements FindsOwn {

    /** Each way to find a trip has an index of its own, so each is a query of its own. */
    private static final String FIND = """
            WITH own AS NOT MATERIALIZED (
                SELECT id, reference FROM trips.trip WHERE organisation_id = ? AND (?::uuid IS NULL OR driver_id = ?)),
            found AS (
                (SELECT id FROM own WHERE reference LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!' ORDER BY id DESC LIMIT ?)
                UNION
                (SELECT t.id FROM own t WHERE EXISTS (SELECT 1 FROM trips.stop s WHERE s.trip_id = t.id AND lower(s.place_name) LIKE ? ESCAPE '!')
                 ORDER BY t.id DESC LIMIT ?))
            SELECT t.id, t.reference,
                (SELECT s.place_name FROM trips.stop s WHERE s.trip_id = t.id ORDER BY s.sequence LIMIT 1) AS origin,
                (SELECT s.place_name FROM trips.stop s WHERE s.trip_id = t.id ORDER BY s.sequence DESC LIMIT 1) AS destination
            FROM found JOIN trips.trip t ON t.id = found.id ORDER BY t.id DESC LIMIT ?""";

    @Inject
    private Trips trips;

    @Inject
    private Sql sql;

    @Override
    public List<Found> find(Caller caller, Wanted wanted, int limit) {
        if (!caller.may(TripPermissions.VIEW)) {
            return List.of();
        }
        UUID driver = trips.driverFilter(caller, TripPermissions.VIEW);
        return sql.query(
                FIND,
                row -> new Found(
                        "trip",
                        Sql.id(row, "id"),
                        row.getString("reference"),
                        row.getString("origin"),
                        row.getString("destination")),
                caller.organisationId(),
                driver,
                driver,
                wanted.reference(),
                wanted.referenceAfter("T"),
                limit,
                wanted.place(),
                limit,
                limit);
    }
}
