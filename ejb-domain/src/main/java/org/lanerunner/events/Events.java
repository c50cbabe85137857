package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.lanerunner.shared.Caller;

/**
 * Publishes what happened. Events are gathered while the caller's transaction goes on, and written when it commits: each to the log and, as CloudEvents JSON,
 * to the outbox, and the caller of all of it to the audit. Nothing is sent here; the relay does so after the commit. Without a transaction it refuses to work.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Events {

    private Recorder recorder;
    private Clock clock;
    private Event<EventsRecorded> recorded;

    public Events() {}

    @Inject
    Events(Recorder recorder, Clock clock, Event<EventsRecorded> recorded) {
        this.recorder = recorder;
        this.clock = clock;
        this.recorded = recorded;
    }

    public void publish(Caller caller, DomainEvent... events) {
        if (events.length == 0) {
            return;
        }
        Gathered gathered = recorder.gathered();
        Instant now = clock.instant();
        boolean alone = gathered.events().isEmpty();
        for (DomainEvent event : events) {
            gathered.tell(caller, event, now);
        }
        recorder.writeAtCommit(gathered);
        if (alone) {
            recorded.fire(new EventsRecorded(gathered.events()));
        }
    }
}
