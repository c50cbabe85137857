package org.lanerunner.flags;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;
import org.lanerunner.shared.SuspendsTransaction;

/** Records, every few seconds, what flags were for whom on this node since the last time. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only the timer calls it, in no transaction; each batch has one of its own")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AssignmentTimer {

    private static final Logger LOG = Logger.getLogger(AssignmentTimer.class);
    private static final int BATCH = 200;
    private static final int BATCHES_A_TURN = 10;

    @Inject
    private FlagAssignments assignments;

    @Inject
    private AssignmentRecord record;

    @Schedule(hour = "*", minute = "*", second = "1/3", persistent = false, info = "what flags were for whom")
    public void turn() {
        for (int batch = 0; batch < BATCHES_A_TURN; batch++) {
            List<FlagAssignment> noted = assignments.take(BATCH);
            if (noted.isEmpty()) {
                return;
            }
            try {
                record.record(noted);
            } catch (RuntimeException failure) {
                assignments.forget(noted);
                LOG.warnf("%d assignments of flags were not recorded: %s", noted.size(), failure.getMessage());
                return;
            }
        }
    }
}
