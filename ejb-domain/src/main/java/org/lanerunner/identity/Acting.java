package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;

/** The caller for an action that the holder of a mailbox takes on an account without being signed in: it is not known to be the person. */
@ApplicationScoped
public class Acting {

    @Inject
    private Sql sql;

    /** The system, for the organisation for which the person acted last. */
    public Caller onBehalfOf(UUID personId) {
        return Caller.system(sql.first(
                        "SELECT organisation_id FROM identity.session WHERE person_id = ? ORDER BY created_at DESC LIMIT 1",
                        row -> Sql.id(row, "organisation_id"),
                        personId)
                .or(() -> sql.first(
                        "SELECT organisation_id FROM identity.membership WHERE person_id = ? ORDER BY joined_at LIMIT 1",
                        row -> Sql.id(row, "organisation_id"),
                        personId))
                .orElse(personId));
    }
}
