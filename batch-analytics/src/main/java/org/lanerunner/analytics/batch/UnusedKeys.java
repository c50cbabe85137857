package org.lanerunner.analytics.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.lanerunner.vault.Resealing;

/** Destroys retired keys under which nothing is sealed any more. */
@Named
@Dependent
public class UnusedKeys extends AbstractBatchlet {

    @Inject
    private Resealing resealing;

    @Inject
    private RunOfJob run;

    @Override
    public String process() {
        resealing.destroyUnused(run.id());
        return "DONE";
    }
}
