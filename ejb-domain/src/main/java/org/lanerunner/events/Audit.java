package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** Who asked for what by which call: an append-only row in the transaction that did it. Commands that publish events have theirs already. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Audit {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** For a command without an event. */
    public void record(Caller caller, String action, UUID subject) {
        enter(caller, action, subject, List.of());
    }

    /** Called in {@link Events} as a bean of its own kind, hence public. */
    public void enter(Caller caller, String action, UUID subject, List<UUID> eventIds) {
        sql.update(
                "INSERT INTO audit.entry (id, at, person_id, organisation_id, session_id, action, subject_id, call, correlation_id, event_ids)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Uuid7.next(),
                clock.instant(),
                caller.personId(),
                caller.organisationId(),
                caller.sessionId(),
                action,
                subject,
                Correlation.call(),
                Correlation.id(),
                eventIds.toArray(UUID[]::new));
    }
}
