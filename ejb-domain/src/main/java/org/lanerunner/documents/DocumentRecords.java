package org.lanerunner.documents;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/** The rows of documents, one transaction each; the bytes are on disk by then. Other features use {@link Documents}. */
@Stateless
public class DocumentRecords {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private BookingParties bookings;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Refuses a booking that the caller may not see, before any byte is read. */
    public void checkBooking(Caller caller, UUID bookingId) {
        bookings.partiesOf(caller, bookingId);
    }

    public DocumentView add(Caller caller, String name, UUID bookingId, StoredFile file) {
        Document document = new Document(Uuid7.next(), caller, name, file, clock.instant());
        if (bookingId != null) {
            document.attach(bookingId, bookings.partiesOf(caller, bookingId));
        }
        entities.persist(document);
        events.publish(caller, document.stored());
        return document.view();
    }

    /** Visible to the organisations among its readers; who only drives sees own ones and those of own bookings. */
    public DocumentView find(Caller caller, UUID id) {
        Document document = readable(caller, id);
        if (caller.drivesOnly() && !document.storedBy(caller)) {
            if (document.bookingId() == null) {
                throw Refusal.notFound("documents");
            }
            bookings.partiesOf(caller, document.bookingId());
        }
        return document.view();
    }

    public void attach(Caller caller, UUID id, UUID bookingId, Collection<UUID> parties) {
        readable(caller, id).attach(bookingId, parties);
    }

    private Document readable(Caller caller, UUID id) {
        return entities.createQuery(
                        "select d from Document d where d.id = :id and :own member of d.readers", Document.class)
                .setParameter("id", id)
                .setParameter("own", caller.organisationId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("documents"));
    }
}
