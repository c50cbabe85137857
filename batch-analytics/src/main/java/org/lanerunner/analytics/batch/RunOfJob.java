package org.lanerunner.analytics.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** The run that a batch job works on: the job's parameter {@code run}. */
@Dependent
class RunOfJob {

    static final String PARAMETER = "run";

    private final JobContext job;

    @Inject
    RunOfJob(JobContext job) {
        this.job = job;
    }

    UUID id() {
        JobOperator operator = BatchRuntime.getJobOperator();
        return UUID.fromString(operator.getParameters(job.getExecutionId()).getProperty(PARAMETER));
    }
}
