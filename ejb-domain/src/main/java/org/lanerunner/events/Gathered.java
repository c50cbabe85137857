package org.lanerunner.events;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Origin;

/**
 * What one transaction has told so far: its events in their order, the caller whom the audit names for all of it, and what changed. Only that transaction's
 * thread uses it.
 */
final class Gathered {

    /** An event, with the caller who caused it. */
    record Told(Caller caller, DomainEvent event, Instant at) {}

    /** What the audit says of the whole transaction: the first command that was told. */
    record Entry(Caller caller, String action, UUID subject, String call) {}

    private final List<Told> told = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final String correlationId = Correlation.id();
    private final Origin origin = Correlation.origin();
    private Entry entry;
    private boolean wanted;
    private boolean written;

    /** The object of the present transaction. It is made when there is none yet. */
    static Gathered of(TransactionSynchronizationRegistry transaction) {
        Gathered present = (Gathered) transaction.getResource(Gathered.class);
        if (present == null) {
            present = new Gathered();
            transaction.putResource(Gathered.class, present);
        }
        return present;
    }

    void tell(Caller caller, DomainEvent event, Instant at) {
        mustNotBeWritten(event.type());
        told.add(new Told(caller, event, at));
        events.add(event);
        if (event.isLogged()) {
            enter(caller, event.type(), event.aggregateId());
        }
    }

    void enter(Caller caller, String action, UUID subject) {
        mustNotBeWritten(action);
        if (entry == null) {
            entry = new Entry(caller, action, subject, Correlation.call());
        }
    }

    void changed(Change change) {
        changes.add(change);
    }

    private void mustNotBeWritten(String what) {
        if (written) {
            throw new IllegalStateException(what + " comes after the transaction's events were written");
        }
    }

    /** True if something is to be written for the first time in this transaction. */
    boolean begins() {
        boolean first = !wanted;
        wanted = true;
        return first;
    }

    void written() {
        written = true;
    }

    String correlationId() {
        return correlationId;
    }

    /** The request's origin; null where no request stands behind it. */
    Origin origin() {
        return origin;
    }

    List<Told> told() {
        return told;
    }

    /** The events; the list grows while the transaction goes on. */
    List<DomainEvent> events() {
        return Collections.unmodifiableList(events);
    }

    List<Change> changes() {
        return changes;
    }

    /** The audit's entry; null when there was nothing but events that are not logged. */
    Entry entry() {
        return entry;
    }
}
