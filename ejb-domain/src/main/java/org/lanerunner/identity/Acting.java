package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;

/** For whom it happens when the holder of a mailbox does something to an account without being signed in: nobody knows that it is the person. */
@ApplicationScoped
public class Acting {

    @Inject
    private Sql sql;

    /** The system, for the organisation that the person acted for last. */
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
