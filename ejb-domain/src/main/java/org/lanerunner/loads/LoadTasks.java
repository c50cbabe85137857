package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NearestTasks;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Task.Thing;
import org.lanerunner.shared.Waiting;
import org.lanerunner.shared.WaitsFor;

/**
 * The tasks that its loads make for an organisation that posts them. These are drafts; open loads without an offer to answer, due by the end of their first
 * window; the first load of all; and the first money, since a booking needs its price in the wallet.
 */
@ApplicationScoped
class LoadTasks implements WaitsFor {

    private static final String TASKS = NearestTasks.of("""
            SELECT CASE l.status WHEN 'DRAFT' THEN 'loads.finish-draft' ELSE 'loads.uncovered' END AS kind, l.id, l.reference,
                CASE l.status WHEN 'OPEN' THEN first_stop.window_end END AS deadline, first_stop.zone
            FROM loads.load l
            JOIN LATERAL (SELECT * FROM loads.stop s WHERE s.load_id = l.id ORDER BY s.sequence LIMIT 1) first_stop ON true
            WHERE l.organisation_id = ? AND l.status IN ('DRAFT', 'OPEN') AND (l.status = 'DRAFT' OR l.id <> ALL (?))""");

    @Inject
    private OffersReceived offers;

    @Inject
    private Ledger ledger;

    @Inject
    private Sql sql;

    @Override
    public List<Waiting> waiting(Caller caller, Instant now, int most) {
        if (!caller.may(LoadPermissions.POST) || !caller.may(LoadPermissions.VIEW)) {
            return List.of();
        }
        List<Waiting> waiting = new ArrayList<>(ofOwn(caller, most));
        if (caller.may(LedgerPermissions.WALLET_VIEW)
                && caller.may(LedgerPermissions.WALLET_TOP_UP)
                && ledger.wallet(caller).balances().isEmpty()) {
            waiting.add(Waiting.alone(Task.toBegin("loads.first-money")));
        }
        return waiting;
    }

    private List<Waiting> ofOwn(Caller caller, int most) {
        UUID me = caller.organisationId();
        boolean some = sql.first("SELECT 1 FROM loads.load WHERE organisation_id = ? LIMIT 1", row -> true, me)
                .isPresent();
        return some
                ? sql.query(TASKS, LoadTasks::row, me, offers.loads(caller).toArray(UUID[]::new), most)
                : List.of(Waiting.alone(Task.toBegin("loads.first")));
    }

    private static Waiting row(ResultSet row) throws SQLException {
        Thing load = new Thing("load", Sql.id(row, "id"), row.getString("reference"));
        return new Waiting(
                Task.about(row.getString("kind"), load).by(Sql.instant(row, "deadline"), row.getString("zone")),
                row.getLong("of_its_kind"));
    }
}
