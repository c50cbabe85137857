package org.lanerunner.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import org.lanerunner.events.Inbox;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/** How many events of each type a business date had: a read model fed by the topics. Counting is not idempotent, so the inbox guards it. */
@Stateless
public class EventCounts {

    private static final String CONSUMER = "analytics.event-counts";

    @Inject
    private Sql sql;

    @Inject
    private Inbox inbox;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Counts an event the first time it comes, in one transaction with its inbox row. */
    public void count(ReceivedEvent event) {
        if (inbox.firstTime(CONSUMER, event.id())) {
            BusinessDates dates = new BusinessDates(ZoneId.of(settings.text(Setting.BUSINESS_ZONE)), clock);
            sql.update(
                    "INSERT INTO analytics.event_count AS c (business_date, type, events) VALUES (?, ?, 1)"
                            + " ON CONFLICT (business_date, type) DO UPDATE SET events = c.events + 1",
                    dates.of(event.time()),
                    event.type());
        }
    }
}
