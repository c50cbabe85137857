package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * Drops months of the event log and of the audit when their time is over, whole partitions at once. Before a month of events is dropped, consumers whose read
 * model can be made anew keep what they need of it, in the same transaction. Of several servers, whose timers ring at the same minute, one does it at a time.
 */
@NeedsNoPermission(because = "the system does it by itself on the way of events")
@Stateless
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final String EVENTS = "events.event";
    private static final String AUDIT = "audit.entry";
    private static final int AT_ONCE = 5_000;
    private static final long LOCK = 7_210_030;

    @Inject
    private LogReader log;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Drops the oldest month that is due, if there is one. @return whether this server dropped one */
    public boolean dropOldest(Collection<ReplayableConsumer> consumers) {
        boolean mine = sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElseThrow();
        return mine && (drop(EVENTS, consumers) || drop(AUDIT, List.of()));
    }

    private boolean drop(String table, Collection<ReplayableConsumer> consumers) {
        LocalDate kept = LocalDate.now(clock.withZone(ZoneOffset.UTC))
                .withDayOfMonth(1)
                .minusMonths(settings.number(EventSettings.KEEP_EVENTS_MONTHS));
        Optional<LocalDate> month = sql.first(
                "SELECT month FROM events.months_before(?::text::regclass, ?) month LIMIT 1",
                row -> row.getObject("month", LocalDate.class),
                table,
                kept);
        month.ifPresent(due -> {
            keep(due, consumers);
            sql.query("SELECT events.drop_month(?::text::regclass, ?)", row -> true, table, due);
            LOG.infof("%s of %tY-%<tm fell", table, due);
        });
        return month.isPresent();
    }

    private void keep(LocalDate month, Collection<ReplayableConsumer> consumers) {
        if (consumers.isEmpty()) {
            return;
        }
        Cursor after = Cursor.START;
        List<LogReader.Placed> page;
        do {
            page = log.ofMonth(month, after, AT_ONCE);
            for (ReplayableConsumer consumer : consumers) {
                List<ReceivedEvent> leaving = new ArrayList<>();
                for (LogReader.Placed placed : page) {
                    if (consumer.hears(placed.event().type())) {
                        leaving.add(placed.event());
                    }
                }
                consumer.keep(leaving);
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1).at();
        } while (page.size() == AT_ONCE);
    }
}
