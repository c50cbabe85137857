package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.FindsOwn;
import org.lanerunner.shared.Found;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Wanted;

/** Finds own loads by a reference or a place. */
@ApplicationScoped
class FoundLoads implements FindsOwn {

    /** Each way to find a load has an index of its own, so each is a query of its own. */
    private static final String FIND = """
            WITH found AS (
                (SELECT id FROM loads.load WHERE organisation_id = ? AND (reference LIKE ? ESCAPE '!' OR reference LIKE ? ESCAPE '!')
                 ORDER BY id DESC LIMIT ?)
                UNION
                (SELECT l.id FROM loads.load l WHERE l.organisation_id = ?
                    AND EXISTS (SELECT 1 FROM loads.stop s WHERE s.load_id = l.id AND lower(s.place_name) LIKE ? ESCAPE '!')
                 ORDER BY l.id DESC LIMIT ?))
            SELECT l.id, l.reference,
                (SELECT s.place_name FROM loads.stop s WHERE s.load_id = l.id ORDER BY s.sequence LIMIT 1) AS origin,
                (SELECT s.place_name FROM loads.stop s WHERE s.load_id = l.id ORDER BY s.sequence DESC LIMIT 1) AS destination
            FROM found JOIN loads.load l ON l.id = found.id ORDER BY l.id DESC LIMIT ?""";

    @Inject
    private Sql sql;

    @Override
    public List<Found> find(Caller caller, Wanted wanted, int limit) {
        if (!caller.may(LoadPermissions.VIEW)) {
            return List.of();
        }
        return sql.query(
                FIND,
                row -> new Found(
                        "load",
                        Sql.id(row, "id"),
                        row.getString("reference"),
                        row.getString("origin"),
                        row.getString("destination")),
                caller.organisationId(),
                wanted.reference(),
                wanted.referenceAfter("L"),
                limit,
                caller.organisationId(),
                wanted.place(),
                limit,
                limit);
    }
}
