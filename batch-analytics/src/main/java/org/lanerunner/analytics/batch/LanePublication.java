package org.lanerunner.analytics.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.lanerunner.analytics.LaneRows;

/** Replaces the date's old rows by the whole draft, in one transaction. */
@Named
@Dependent
public class LanePublication extends AbstractBatchlet {

    @Inject
    private LaneRows rows;

    @Inject
    private RunOfJob run;

    @Override
    public String process() {
        rows.publish(run.id());
        return "DONE";
    }
}
