package org.lanerunner.analytics.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.analytics.LaneRows;

/** Reads whom the report is for: the platform first, then each organisation of the date by id. The checkpoint is how many were read. */
@Named
@Dependent
public class LaneOrganisations extends AbstractItemReader {

    /** One reader of the report; null stands for the platform. */
    record Audience(UUID organisationId) {}

    @Inject
    private LaneRows rows;

    @Inject
    private RunOfJob run;

    private final List<Audience> audiences = new ArrayList<>();
    private int next;

    @Override
    public void open(Serializable checkpoint) {
        audiences.add(new Audience(null));
        rows.organisations(run.id()).forEach(organisation -> audiences.add(new Audience(organisation)));
        next = checkpoint == null ? 0 : (Integer) checkpoint;
    }

    @Override
    public Audience readItem() {
        return next < audiences.size() ? audiences.get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }
}
