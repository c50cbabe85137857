package org.lanerunner.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Waiting;
import org.lanerunner.shared.WaitsFor;

/** An organisation that keeps a fleet and has no vehicle or driver yet is given the task to add the first: a booking needs both before its dispatch. */
@ApplicationScoped
class FirstOfFleet implements WaitsFor {

    private static final String KNOWN = """
            SELECT EXISTS (SELECT 1 FROM fleet.vehicle WHERE organisation_id = ?) AS vehicle,
                EXISTS (SELECT 1 FROM fleet.driver WHERE organisation_id = ?) AS driver""";

    @Inject
    private Sql sql;

    @Override
    public List<Waiting> waiting(Caller caller, Instant now, int most) {
        if (!caller.may(FleetPermissions.MANAGE) || !caller.may(FleetPermissions.VIEW)) {
            return List.of();
        }
        return sql.first(
                        KNOWN,
                        row -> missing(row.getBoolean("vehicle"), row.getBoolean("driver")),
                        caller.organisationId(),
                        caller.organisationId())
                .orElseThrow();
    }

    private static List<Waiting> missing(boolean vehicle, boolean driver) {
        List<Waiting> missing = new ArrayList<>();
        if (!vehicle) {
            missing.add(Waiting.alone(Task.toBegin("fleet.first-vehicle")));
        }
        if (!driver) {
            missing.add(Waiting.alone(Task.toBegin("fleet.first-driver")));
        }
        return missing;
    }
}
