package org.lanerunner.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;

/** Records assignments, many in one transaction. Each one that no node has told of yet becomes a row and an event. */
@Stateless
public class AssignmentRecord {

    /** The order is the same on all nodes, so that two nodes that record the same do not wait for each other crosswise. */
    private static final Comparator<FlagAssignment> IN_ORDER = Comparator.comparing(FlagAssignment::flag)
            .thenComparing(assignment -> assignment.unitId().toString())
            .thenComparing(FlagAssignment::on);

    @Inject
    private Sql sql;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** @return the number of new ones */
    public int record(List<FlagAssignment> noted) {
        Map<FlagAssignment.Once, FlagAssignment> all = noted.stream()
                .collect(Collectors.toMap(FlagAssignment::once, Function.identity(), (one, other) -> one));
        List<FlagAssignment> sorted = all.values().stream().sorted(IN_ORDER).toList();
        List<FlagAssignment.Once> fresh = sql.query(
                "INSERT INTO flags.assignment (flag, unit_id, is_on, first_at)"
                        + " SELECT flag, unit_id, is_on, ? FROM unnest(?::text[], ?::uuid[], ?::boolean[]) AS noted (flag, unit_id, is_on)"
                        + " ON CONFLICT DO NOTHING RETURNING flag, unit_id, is_on",
                row -> new FlagAssignment.Once(
                        Flag.valueOf(row.getString("flag")), Sql.id(row, "unit_id"), row.getBoolean("is_on")),
                clock.instant(),
                sorted.stream().map(assignment -> assignment.flag().name()).toArray(String[]::new),
                sorted.stream().map(FlagAssignment::unitId).toArray(UUID[]::new),
                sorted.stream().map(FlagAssignment::on).toArray(Boolean[]::new));
        fresh.forEach(once -> events.publish(Caller.system(all.get(once).organisationId()), told(once)));
        return fresh.size();
    }

    private static DomainEvent told(FlagAssignment.Once once) {
        return DomainEvent.of("flag.assigned", once.unitId())
                .with("flag", once.flag())
                .with("unit", once.flag().unit())
                .with("unitId", once.unitId())
                .with("on", once.on());
    }
}
