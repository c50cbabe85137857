package org.lanerunner.analytics.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.lanerunner.vault.Resealing;

/** Seals a page of values anew in the chunk's own transaction. */
@Named
@Dependent
public class ResealedPages extends AbstractItemWriter {

    @Inject
    private Resealing resealing;

    @Inject
    private RunOfJob run;

    @Override
    public void writeItems(List<Object> pages) {
        for (Object page : pages) {
            resealing.reseal(run.id(), (Resealing.Page) page);
        }
    }
}
