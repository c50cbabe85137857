package org.lanerunner.analytics.batch;

import jakarta.annotation.PostConstruct;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lanerunner.shared.SuspendsTransaction;
import org.lanerunner.vault.Resealings;

/**
 * Starts the job that seals secrets anew: soon after the operator's command has asked for it in the database, and each night as long as a retired key is
 * left. A job that a killed server left goes on from its checkpoint once that server is up again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@SuspendsTransaction(because = "only timers call it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResealingJobs {

    private static final Logger LOG = Logger.getLogger(ResealingJobs.class);
    private static final String JOB = "resealing";

    @Inject
    private Resealings resealings;

    @Inject
    private Clock clock;

    private Instant cameUpAt;

    @PostConstruct
    void atStart() {
        cameUpAt = clock.instant();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "secrets to be sealed anew")
    public void look() {
        String node = System.getProperty("jboss.node.name", "local");
        resealings.takeUpInterrupted(node, cameUpAt).forEach(this::goOn);
        resealings.claim(node).ifPresent(this::begin);
    }

    @Schedule(hour = "3", minute = "35", persistent = false, info = "retired keys")
    public void nightly() {
        resealings.requestWhereNeeded();
    }

    private void begin(UUID run) {
        Properties parameters = new Properties();
        parameters.setProperty(RunOfJob.PARAMETER, run.toString());
        try {
            resealings.runsAs(run, BatchRuntime.getJobOperator().start(JOB, parameters));
        } catch (BatchRuntimeException failure) {
            LOG.errorf(failure, "resealing %s did not start", run);
            resealings.failed(run);
        }
    }

    private void goOn(Resealings.Interrupted interrupted) {
        JobOperator operator = BatchRuntime.getJobOperator();
        try {
            resealings.runsAs(interrupted.run(), operator.restart(interrupted.executionId(), new Properties()));
            LOG.infof("resealing %s goes on where it was interrupted", interrupted.run());
        } catch (BatchRuntimeException failure) {
            LOG.errorf(failure, "resealing %s can't go on", interrupted.run());
            resealings.failed(interrupted.run());
        }
    }
}
