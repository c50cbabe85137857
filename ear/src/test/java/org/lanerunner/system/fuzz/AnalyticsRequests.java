package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Random;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

/** Reports, by administrators. */
final class AnalyticsRequests extends Requests {

    AnalyticsRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/reports");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        return operation.name().equals("GET /api/reports/lanes")
                ? operation.path() + "?date=2026-01-02"
                : super.address(operation, inState, random);
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(this::laneRun, "runs");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.administrator();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return object("date", "2026-01-02");
    }

    private String laneRun() {
        return world.remember(
                "runs",
                Rest.post("/api/reports/lanes/runs", object("date", "2026-01-02"), world.administrator())
                        .expect(202)
                        .text("id"));
    }
}
