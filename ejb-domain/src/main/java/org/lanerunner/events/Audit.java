package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** Who asked for what by which call: an append-only row in the transaction that did it. {@link Events} writes it for commands that publish. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Audit {

    /** Written as a query, so that a command with events can say when it is wanted. */
    static final String ENTER =
            "INSERT INTO audit.entry (id, at, person_id, organisation_id, session_id, action, subject_id, call, correlation_id, event_ids)"
                    + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** For a command without an event. */
    public void record(Caller caller, String action, UUID subject) {
        sql.update(ENTER, row(caller, action, subject, List.of(), clock.instant()));
    }

    /** The parameters of {@link #ENTER}. */
    static Object[] row(Caller caller, String action, UUID subject, List<UUID> eventIds, Instant now) {
        return new Object[] {
            Uuid7.next(),
            now,
            caller.personId(),
            caller.organisationId(),
            caller.sessionId(),
            action,
            subject,
            Correlation.call(),
            Correlation.id(),
            eventIds.toArray(UUID[]::new)
        };
    }
}
