package org.lanerunner.analytics.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.lanerunner.analytics.LaneRows;

/** Puts the whole draft in the place of the date's old rows, in one transaction. */
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
