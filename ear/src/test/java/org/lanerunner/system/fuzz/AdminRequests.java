package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;
import org.lanerunner.system.Sql;

/** What administrators see and do: organisations, and jobs that failed. */
final class AdminRequests extends Requests {

    AdminRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/admin");
    }

    @Override
    String named(String path) {
        return path.replace("{job}", "lane-report");
    }

    @Override
    Thing thing(ApiOperation operation) {
        if (operation.path().contains("/jobs/")) {
            return new Thing(AdminRequests::failedRun, "runs");
        }
        return switch (verb(operation)) {
            // never of those whom the others need
            case "suspend" -> new Thing(world::newOrganisation, "suspended");
            case "reopen" -> new Thing(this::suspendedOrganisation, "suspended");
            default -> new Thing(() -> world.carrier().organisationId().toString(), "organisations");
        };
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.administrator();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return verb(operation).equals("search") ? object("q", "owner", "limit", 5) : object("reason", "asked for");
    }

    /** The id of a run of the lane report that failed. */
    private static String failedRun() {
        String id = UUID.randomUUID().toString();
        Sql.run(
                "INSERT INTO analytics.lane_run (id, business_date, zone, cause, status, up_to, requested_at, started_at, finished_at) VALUES ('"
                        + id + "', '2026-01-01', 'UTC', 'DEMAND', 'FAILED', now(), now(), now(), now())");
        return id;
    }

    private String suspendedOrganisation() {
        String organisation = world.newOrganisation();
        Rest.post(
                        "/api/admin/organisations/" + organisation + "/suspend",
                        object("reason", "asked for"),
                        world.administrator())
                .expect(200);
        world.newOrganisation();
        return world.remember("suspended", organisation);
    }

    @Override
    Set<String> notAudited() {
        return Set.of("POST /api/admin/organisations/search");
    }
}
