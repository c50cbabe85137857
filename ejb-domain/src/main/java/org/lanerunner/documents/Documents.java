package org.lanerunner.documents;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Storage;
import org.lanerunner.shared.Uuid7;

/**
 * Keeps documents and hands them out. The bytes come first, then the row: a file arrives outside any transaction, and only a whole one gets a row.
 */
@Stateless
public class Documents {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private DocumentFolder folder;

    @Inject
    private BookingParties bookings;

    @Inject
    private Events events;

    @Inject
    private Storage storage;

    @Inject
    private Clock clock;

    /** Takes the bytes of a document that is to be stored, as they arrive. It must not be opened in a transaction, which would last as long as the upload. */
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public ArrivingDocument receive(Caller caller) {
        caller.require(DocumentPermissions.STORE);
        storage.requireRoom(Storage.Place.DOCUMENTS);
        return folder.receive();
    }

    /**
     * Stores a file that is whole and on disk already, so that only a move is left.
     *
     * @param name what the sender calls the file, in any characters
     * @param bookingId the booking it belongs to, or null
     */
    public DocumentView store(Caller caller, String name, UUID bookingId, ArrivedFile file) {
        caller.require(DocumentPermissions.STORE);
        Document document = new Document(Uuid7.next(), caller, name, file, clock.instant());
        if (bookingId != null) {
            document.attach(bookingId, bookings.partiesOf(caller, DocumentPermissions.STORE, bookingId));
        }
        folder.keep(file);
        entities.persist(document);
        events.publish(caller, document.stored());
        return document.view();
    }

    /**
     * A document that the caller may see: the organisation that stored it may, and the other party of its booking as long as the booking stands. A caller who
     * sees the own trips only sees the documents that they stored in person and those of own bookings, but not what others show in a contest alone.
     */
    public DocumentView document(Caller caller, UUID id) {
        caller.require(DocumentPermissions.VIEW);
        Document document = readable(caller, id).orElseThrow(() -> Refusal.notFound("documents"));
        boolean own = caller.reachesAll(DocumentPermissions.VIEW)
                ? document.storedFor(caller.organisationId())
                : document.storedBy(caller);
        if (!own && !seenThroughBooking(caller, document)) {
            throw Refusal.notFound("documents");
        }
        return document.view();
    }

    public DocumentContent content(Caller caller, UUID id) {
        DocumentView document = document(caller, id);
        return new DocumentContent(document, folder.place(document.sha256()));
    }

    /**
     * For other features: attaches this document, which the caller's own organisation stored, to that booking as its proof, so that the readers may read it. A
     * caller who sees the own trips only must have stored it in person, or it must belong to that booking already.
     *
     * @param pointer where in the request it is named
     */
    public void attach(Caller caller, UUID documentId, UUID bookingId, Collection<UUID> readers, String pointer) {
        own(caller, documentId, bookingId, pointer).attach(bookingId, readers);
    }

    /**
     * For other features: as {@link #attach}, for a document that a side of a contest shows. It is for the two sides only, unless it belonged to the booking
     * before.
     */
    public void show(Caller caller, UUID documentId, UUID bookingId, Collection<UUID> sides, String pointer) {
        own(caller, documentId, bookingId, pointer).show(bookingId, sides);
    }

    private Document own(Caller caller, UUID documentId, UUID bookingId, String pointer) {
        return readable(caller, documentId)
                .filter(document -> document.storedFor(caller.organisationId()))
                .filter(document -> caller.reachesAll(DocumentPermissions.VIEW)
                        || document.storedBy(caller)
                        || bookingId.equals(document.bookingId()))
                .orElseThrow(() -> Refusal.unknown(pointer));
    }

    /** For other features, which have checked who asks: these documents. */
    public List<DocumentView> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select d from Document d where d.id in :ids", Document.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(Document::view)
                        .toList();
    }

    /** For other features, which have checked who asks, and that the document is evidence in the case: the document with its bytes. */
    public DocumentContent evidence(UUID id) {
        DocumentView document =
                known(List.of(id)).stream().findFirst().orElseThrow(() -> Refusal.notFound("documents"));
        return new DocumentContent(document, folder.place(document.sha256()));
    }

    private boolean seenThroughBooking(Caller caller, Document document) {
        return document.bookingId() != null
                && bookings.sourcesFor(caller, DocumentPermissions.VIEW, document.bookingId()).stream()
                        .anyMatch(document::storedFor);
    }

    /** Of documents that are for the two sides only, a caller who sees the own trips only reads those that they stored themselves. */
    private Optional<Document> readable(Caller caller, UUID id) {
        return entities.createQuery(
                        "select d from Document d where d.id = :id and :own member of d.readers"
                                + " and (d.sidesOnly = false or :all = true or d.personId = :actor)",
                        Document.class)
                .setParameter("id", id)
                .setParameter("own", caller.organisationId())
                .setParameter("all", caller.reachesAll(DocumentPermissions.VIEW))
                .setParameter("actor", caller.actorId())
                .getResultStream()
                .findFirst();
    }
}
