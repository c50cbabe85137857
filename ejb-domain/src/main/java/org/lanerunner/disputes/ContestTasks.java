package org.lanerunner.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.identity.Organisations;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NearestTasks;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Task.Thing;
import org.lanerunner.shared.Waiting;
import org.lanerunner.shared.WaitsFor;

/**
 * Both sides of a contest see who is to do what next, and what happens without it. The contest waits for those who may answer it, and is under way for
 * everybody else. Administrators see all that waits for a decision as one task. A driver, who sees the own trips only, sees no contest.
 */
@ApplicationScoped
class ContestTasks implements WaitsFor {

    private static final String TASKS = NearestTasks.of("""
            SELECT CASE
                WHEN status = 'AWAITING_DECISION' THEN 'disputes.decision-awaited'
                WHEN seller_organisation_id <> ? THEN 'disputes.answer-awaited'
                WHEN ? THEN 'disputes.answer'
                ELSE 'disputes.answer-of-own' END AS kind,
                id, booking_id, booking_reference,
                CASE seller_organisation_id WHEN ? THEN buyer_organisation_id ELSE seller_organisation_id END AS counterpart,
                CASE status WHEN 'AWAITING_ANSWER' THEN answer_due_at END AS deadline
            FROM disputes.contest
            WHERE status IN ('AWAITING_ANSWER', 'AWAITING_DECISION') AND (buyer_organisation_id = ? OR seller_organisation_id = ?)""");

    private record Row(Waiting waiting, UUID counterpart) {}

    @Inject
    private ContestRepository contests;

    @Inject
    private Organisations organisations;

    @Inject
    private Sql sql;

    @Override
    public List<Waiting> waiting(Caller caller, Instant now, int most) {
        List<Waiting> waiting = new ArrayList<>();
        if (caller.may(BookingPermissions.VIEW) && caller.reachesAll(BookingPermissions.VIEW)) {
            waiting.addAll(ofParty(caller, most));
        }
        if (caller.may(DisputePermissions.PLATFORM_CONTESTS)) {
            waiting.addAll(toDecide());
        }
        return waiting;
    }

    private List<Waiting> ofParty(Caller caller, int most) {
        UUID me = caller.organisationId();
        List<Row> rows = sql.query(
                TASKS, ContestTasks::row, me, caller.may(DisputePermissions.CONTESTS_ANSWER), me, me, me, most);
        Map<UUID, String> names =
                organisations.names(rows.stream().map(Row::counterpart).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Waiting(
                        row.waiting().task().with(names.get(row.counterpart())),
                        row.waiting().ofItsKind()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        Task task = Task.about(row.getString("kind"), new Thing("contest", Sql.id(row, "id"), null))
                .of(new Thing("booking", Sql.id(row, "booking_id"), row.getString("booking_reference")))
                .by(Sql.instant(row, "deadline"), null);
        return new Row(
                new Waiting(task.kind().equals("disputes.answer") ? task : task.underWay(), row.getLong("of_its_kind")),
                Sql.id(row, "counterpart"));
    }

    /** One task for all of them. Its time is when the first of them was contested. */
    private List<Waiting> toDecide() {
        return contests.awaitingDecision(new PageRequest(null, 1)).stream()
                .limit(1)
                .map(oldest -> new Waiting(
                        Task.toBegin("disputes.decide").by(oldest.contestedAt(), null),
                        contests.countAwaitingDecision()))
                .toList();
    }
}
