package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/**
 * Who asked for what by which call, and what changed: one append-only row for each command, written by its transaction when it commits. {@link Events} does so
 * for commands that publish; the first event gives the row its action.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Audit {

    @Inject
    private Recorder recorder;

    /** Writes the row of a command that has no event. */
    public void record(Caller caller, String action, UUID subject) {
        Gathered gathered = recorder.gathered();
        gathered.enter(caller, action, subject);
        recorder.writeAtCommit(gathered);
    }
}
