package org.lanerunner.analytics.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.lanerunner.analytics.LaneRows;

/** Drafts the rows of a chunk of readers in the chunk's own transaction. */
@Named
@Dependent
public class LaneDrafts extends AbstractItemWriter {

    @Inject
    private LaneRows rows;

    @Inject
    private RunOfJob run;

    @Override
    public void writeItems(List<Object> items) {
        UUID runId = run.id();
        for (Object item : items) {
            rows.draft(runId, ((LaneOrganisations.Audience) item).organisationId());
        }
    }
}
