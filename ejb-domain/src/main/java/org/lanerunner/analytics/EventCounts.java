package org.lanerunner.analytics;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.lanerunner.events.Inbox;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;

/**
 * How many events of each type a business date had: a read model fed by the topics. What happened on the road counts when it did, but not before the booking or
 * trip that it is told of was made: a report of a day that is over would else change with each late entry. Counting is not idempotent, so the inbox guards it.
 */
@Stateless
public class EventCounts {

    private static final String CONSUMER = "analytics.event-counts";

    @Inject
    private Inbox inbox;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    static Instant countedAt(ReceivedEvent event) {
        Instant made = Uuid7.madeAt(event.subject());
        return event.time().isBefore(made) ? made : event.time();
    }

    /** Counts an event the first time it comes. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void count(ReceivedEvent event) {
        BusinessDates dates = new BusinessDates(ZoneId.of(settings.text(Setting.BUSINESS_ZONE)), clock);
        inbox.once(
                CONSUMER,
                event.id(),
                "INSERT INTO analytics.event_count AS c (business_date, type, events) SELECT ?, ?, 1 FROM first"
                        + " ON CONFLICT (business_date, type) DO UPDATE SET events = c.events + 1",
                dates.of(countedAt(event)),
                event.type());
    }
}
