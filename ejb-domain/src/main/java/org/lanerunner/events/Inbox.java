package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/**
 * Lets a consumer act once on each event. The row is written in the transaction of the effect: both are there or neither, and a second delivery at the same
 * time waits for the first.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Inbox {

    /** The broker never delivers again what is older than this. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @return true the first time this consumer meets the event */
    public boolean firstTime(String consumer, UUID eventId) {
        return sql.update(
                        "INSERT INTO events.inbox (consumer, event_id, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        consumer,
                        eventId,
                        clock.instant())
                == 1;
    }

    /** Forgets what no delivery can repeat any more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int forgetOld() {
        return sql.update(
                "DELETE FROM events.inbox WHERE received_at < ?",
                clock.instant().minus(KEPT));
    }
}
