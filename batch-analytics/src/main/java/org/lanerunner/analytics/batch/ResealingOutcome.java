package org.lanerunner.analytics.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.lanerunner.vault.Resealings;

/**
 * Writes down that a resealing has failed; its last step itself writes down that one is done. One that was stopped with its server goes on when the server
 * starts again.
 */
@Named
@Dependent
public class ResealingOutcome extends AbstractJobListener {

    @Inject
    private Resealings resealings;

    @Inject
    private RunOfJob run;

    @Inject
    private JobContext job;

    @Override
    public void afterJob() {
        if (job.getBatchStatus() == BatchStatus.FAILED) {
            resealings.failed(run.id());
        }
    }
}
