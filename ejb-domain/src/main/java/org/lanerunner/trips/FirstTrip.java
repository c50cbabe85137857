package org.lanerunner.trips;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Waiting;
import org.lanerunner.shared.WaitsFor;

/** An organisation that posts trips and has none yet is given the task to post the first one. */
@ApplicationScoped
class FirstTrip implements WaitsFor {

    @Inject
    private Sql sql;

    @Override
    public List<Waiting> waiting(Caller caller, Instant now, int most) {
        if (!caller.may(TripPermissions.POST) || !caller.reachesAll(TripPermissions.VIEW)) {
            return List.of();
        }
        boolean some = sql.first(
                        "SELECT 1 FROM trips.trip WHERE organisation_id = ? LIMIT 1",
                        row -> true,
                        caller.organisationId())
                .isPresent();
        return some ? List.of() : List.of(Waiting.alone(Task.toBegin("trips.first")));
    }
}
