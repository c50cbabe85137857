package org.lanerunner.analytics.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.lanerunner.vault.Resealing;

/** Reads the sealed values of all features, one page at a time. The checkpoint is the place of the last value, so that a restart goes on after it. */
@Named
@Dependent
public class SealedPages extends AbstractItemReader {

    @Inject
    private Resealing resealing;

    private String position;

    @Override
    public void open(Serializable checkpoint) {
        position = (String) checkpoint;
    }

    @Override
    public Resealing.Page readItem() {
        Resealing.Page page = resealing.next(position).orElse(null);
        position = page == null ? position : page.position();
        return page;
    }

    @Override
    public Serializable checkpointInfo() {
        return position;
    }
}
