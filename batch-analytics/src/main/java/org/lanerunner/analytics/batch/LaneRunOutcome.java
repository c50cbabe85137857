package org.lanerunner.analytics.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.lanerunner.analytics.LaneRuns;

/**
 * Writes down that a run has failed; the publication itself writes down that one is done. A run that was stopped with its server goes on when the server
 * starts again.
 */
@Named
@Dependent
public class LaneRunOutcome extends AbstractJobListener {

    @Inject
    private LaneRuns runs;

    @Inject
    private RunOfJob run;

    @Inject
    private JobContext job;

    @Override
    public void afterJob() {
        if (job.getBatchStatus() == BatchStatus.FAILED) {
            runs.failed(run.id());
        }
    }
}
