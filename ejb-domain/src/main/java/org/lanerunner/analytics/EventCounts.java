package org.lanerunner.analytics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.events.ReplayableConsumer;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * How many events of each type a business date had: a read model fed by the topics. What happened on the road counts when it did, but not before the booking or
 * trip that it is told of was made: a report of a day that is over would else change with each late entry. The counts of events that have left the log are kept apart, so that the rest can be counted anew.
 */
@ApplicationScoped
class EventCounts implements ReplayableConsumer {

    private static final String ADD = " AS c (business_date, type, events) VALUES (?, ?, ?)"
            + " ON CONFLICT (business_date, type) DO UPDATE SET events = c.events + excluded.events";

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    static Instant countedAt(ReceivedEvent event) {
        Instant made = Uuid7.madeAt(event.subject());
        return event.time().isBefore(made) ? made : event.time();
    }

    @Override
    public String name() {
        return "analytics.event-counts";
    }

    @Override
    public Set<String> hears() {
        return Set.of("load.*", "offer.*", "booking.*", "contest.*");
    }

    @Override
    public void consume(ReceivedEvent event) {
        sql.update("INSERT INTO analytics.event_count" + ADD, date(event), event.type(), 1);
    }

    @Override
    public void startAnew() {
        sql.update("DELETE FROM analytics.event_count");
        sql.update("INSERT INTO analytics.event_count SELECT * FROM analytics.event_count_kept");
    }

    @Override
    public void keep(List<ReceivedEvent> leaving) {
        Map<LocalDate, Map<String, Long>> counts =
                leaving.stream().collect(groupingBy(this::date, groupingBy(ReceivedEvent::type, counting())));
        List<Object[]> rows = new ArrayList<>();
        counts.forEach((date, types) -> types.forEach((type, count) -> rows.add(new Object[] {date, type, count})));
        sql.batch("INSERT INTO analytics.event_count_kept" + ADD, rows);
    }

    private LocalDate date(ReceivedEvent event) {
        return new BusinessDates(ZoneId.of(settings.text(AnalyticsSettings.BUSINESS_ZONE)), clock).of(countedAt(event));
    }
}
