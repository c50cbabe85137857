package org.lanerunner.admin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.lanerunner.bookings.DueAttempts;
import org.lanerunner.disputes.ContestDecisions;
import org.lanerunner.events.DeadLetters;
import org.lanerunner.events.Outbox;
import org.lanerunner.identity.OrganisationRegister;
import org.lanerunner.outbound.OutboundDeliveries;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Sql;

/** What an administrator looks at first: whether anything waits, fails or is dead. */
@Stateless
public class Operations {

    @Inject
    private Outbox outbox;

    @Inject
    private OutboundDeliveries deliveries;

    @Inject
    private DeadLetters deadLetters;

    @Inject
    private DueAttempts attempts;

    @Inject
    private OrganisationRegister organisations;

    @Inject
    private ContestDecisions contests;

    @Inject
    private Sql sql;

    public OperationsView view(Caller caller) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        Outbox.Lag lag = outbox.lag();
        return new OperationsView(
                lag.messages(),
                lag.oldest().toSeconds(),
                deliveries.countDead(caller),
                deadLetters.count(caller),
                attempts.count(caller),
                number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"),
                number("SELECT setting::bigint FROM pg_settings WHERE name = 'max_connections'"),
                organisations.countSuspended(caller),
                contests.countWaiting(caller));
    }

    private long number(String query) {
        return sql.first(query, row -> row.getLong(1)).orElseThrow();
    }
}
