package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.shared.Sql;

/**
 * Lets a consumer act once on each event. The row is written with the effect: both are there or neither, and a second delivery at the same time waits for
 * the first.
 */
@Stateless
public class Inbox {

    /** The broker never delivers again what is older than this. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * Writes the inbox row and, the first time this consumer meets the event, the effect: in one statement, which is atomic by itself and needs no transaction.
     *
     * @param effect an insert that selects {@code FROM first}
     * @return whether the effect was written
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean once(String consumer, UUID eventId, String effect, Object... parameters) {
        Object[] inboxRow = {consumer, eventId, clock.instant()};
        return sql.update(
                        "WITH first AS (INSERT INTO events.inbox (consumer, event_id, received_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING RETURNING event_id) " + effect,
                        Stream.concat(Stream.of(inboxRow), Stream.of(parameters))
                                .toArray())
                > 0;
    }

    /** Forgets what no delivery can repeat any more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int forgetOld() {
        return sql.update(
                "DELETE FROM events.inbox WHERE received_at < ?",
                clock.instant().minus(KEPT));
    }
}
