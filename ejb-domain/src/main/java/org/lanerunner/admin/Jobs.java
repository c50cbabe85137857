package org.lanerunner.admin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.analytics.LaneReports;
import org.lanerunner.analytics.LaneRunView;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.vault.ResealingView;
import org.lanerunner.vault.Resealings;

/**
 * The jobs of Jakarta Batch, and how their last runs went. A run that was going on when its server stopped continues by itself from its checkpoint once that
 * server is up. A run that failed can be asked for again here, and begins anew.
 */
@Stateless
public class Jobs {

    private static final String LANE_REPORT = "lane-report";
    private static final String RESEALING = "resealing";

    private static final PageRequest LAST_RUNS = new PageRequest(null, 10);

    @Inject
    private LaneReports laneReports;

    @Inject
    private Resealings resealings;

    @Inject
    private Audit audit;

    public List<JobView> list(Caller caller) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return List.of(
                new JobView(
                        LANE_REPORT,
                        laneReports.runs(caller, LAST_RUNS).items().stream()
                                .map(Jobs::run)
                                .toList()),
                new JobView(
                        RESEALING,
                        resealings.list(caller, LAST_RUNS).items().stream()
                                .map(Jobs::run)
                                .toList()));
    }

    /** Does a failed run again. @throws Refusal CONFLICT if the run did not fail, or where another one waits */
    public void restart(Caller caller, String job, UUID id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        switch (job) {
            case LANE_REPORT -> laneReports.again(caller, id);
            case RESEALING -> {
                resealings.again(caller, id);
                audit.record(caller, "resealing.run-again", id);
            }
            default -> throw Refusal.notFound("jobs");
        }
    }

    private static JobRun run(LaneRunView run) {
        return new JobRun(
                run.id(),
                JobStatus.valueOf(run.status().name()),
                run.date().toString(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt());
    }

    private static JobRun run(ResealingView run) {
        return new JobRun(
                run.id(),
                JobStatus.valueOf(run.status().name()),
                null,
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt());
    }
}
