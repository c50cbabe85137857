package org.lanerunner.analytics.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lanerunner.analytics.LaneRunRequested;
import org.lanerunner.analytics.LaneRuns;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Starts the lane report's job: on demand right after the request's commit, by a timer for a date that has closed, and again for a run that a killed server
 * left, once that server is up. A run belongs to the node that claimed it, and only that node restarts it. Timers are not persistent: the database says what
 * is due.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only timers call it; after a commit it just sets one")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LaneJobs {

    private static final Logger LOG = Logger.getLogger(LaneJobs.class);
    private static final String JOB = "lane-report";
    private static final long SOON_MILLISECONDS = 50;
    private static final long AFTER_START_MILLISECONDS = 15_000;

    @Inject
    private LaneRuns runs;

    @Inject
    private Clock clock;

    @Resource
    private TimerService timers;

    private Instant cameUpAt;

    @PostConstruct
    void atStart() {
        cameUpAt = clock.instant();
        timers.createSingleActionTimer(AFTER_START_MILLISECONDS, new TimerConfig("start", false));
    }

    /** Works on a thread of its own, since a job can't be started where a transaction is just over. */
    public void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) LaneRunRequested request) {
        timers.createSingleActionTimer(SOON_MILLISECONDS, new TimerConfig("demand", false));
    }

    @Timeout
    public void rung(jakarta.ejb.Timer timer) {
        if ("start".equals(timer.getInfo())) {
            restartInterrupted();
            closedDate();
        } else {
            startWaiting();
        }
    }

    /** Runs soon after midnight in every zone. A server that was down then does it when it is up. */
    @Schedule(hour = "*", minute = "*/5", persistent = false, info = "closed date")
    public void closedDate() {
        runs.requestClosedDate();
        startWaiting();
    }

    private void startWaiting() {
        for (UUID runId : runs.waiting()) {
            if (runs.claim(runId, node())) {
                begin(runId);
            }
        }
    }

    private void begin(UUID runId) {
        Properties parameters = new Properties();
        parameters.setProperty(RunOfJob.PARAMETER, runId.toString());
        try {
            runs.runsAs(runId, BatchRuntime.getJobOperator().start(JOB, parameters));
        } catch (BatchRuntimeException failure) {
            LOG.errorf(failure, "run %s of the lane report did not start", runId);
            runs.failed(runId);
        }
    }

    private void restartInterrupted() {
        JobOperator operator = BatchRuntime.getJobOperator();
        for (LaneRuns.Interrupted interrupted : runs.takeUpInterrupted(node(), cameUpAt)) {
            try {
                runs.runsAs(interrupted.runId(), operator.restart(interrupted.executionId(), new Properties()));
                LOG.infof("run %s of the lane report goes on where it was interrupted", interrupted.runId());
            } catch (BatchRuntimeException failure) {
                LOG.errorf(failure, "run %s of the lane report can't go on", interrupted.runId());
                runs.failed(interrupted.runId());
            }
        }
    }

    private static String node() {
        return System.getProperty("jboss.node.name", "local");
    }
}
