package org.lanerunner.documents;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;

/**
 * A file that somebody stored. Its bytes never change. It may be attached to one booking, once and for good. That booking's parties then become its readers
 * beside the organisation that stored it. A driver of one of them may read it too, unless it came to the booking by a contest alone.
 */
@Entity
@Table(schema = "documents", name = "document")
class Document {

    @Id
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Personal
    private String name;

    @Code
    @Column(name = "media_type", updatable = false)
    private String mediaType;

    @Column(name = "size_bytes", updatable = false)
    private long sizeBytes;

    @Code
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(updatable = false, length = 64)
    private String sha256;

    @Column(name = "booking_id")
    private UUID bookingId;

    /** True if it is shown in a contest, and did not belong to the booking before. */
    @Column(name = "sides_only")
    private boolean sidesOnly;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(schema = "documents", name = "reader", joinColumns = @JoinColumn(name = "document_id"))
    @Column(name = "organisation_id")
    private Set<UUID> readers = new HashSet<>();

    @Version
    private int version;

    protected Document() {}

    Document(UUID id, Caller caller, String sentName, ArrivedFile file, Instant createdAt) {
        this.id = id;
        this.organisationId = caller.organisationId();
        this.personId = caller.actorId();
        this.name = DocumentName.of(sentName, file.type());
        this.mediaType = file.type().mediaType();
        this.sizeBytes = file.sizeBytes();
        this.sha256 = file.sha256();
        this.createdAt = createdAt;
        this.readers.add(organisationId);
    }

    /** Attaches it to a booking, whose parties may read it from now on. To attach it to the same booking again changes nothing. */
    void attach(UUID booking, Collection<UUID> parties) {
        if (bookingId != null && !bookingId.equals(booking)) {
            throw Refusal.conflict("documents/attached", "This document belongs to another booking already.");
        }
        bookingId = booking;
        readers.addAll(parties);
    }

    /** Attaches it as evidence that a side of a contest shows. A document that belonged to the booking before stays readable to all who could read it. */
    void show(UUID booking, Collection<UUID> sides) {
        sidesOnly = sidesOnly || bookingId == null;
        attach(booking, sides);
    }

    DomainEvent stored() {
        return DomainEvent.of("document.stored", id)
                .involving(bookingId)
                .readableBy(readers.toArray(UUID[]::new))
                .with("documentId", id)
                .with("organisationId", organisationId)
                .with("personId", personId)
                .with("bookingId", bookingId)
                .with("sizeBytes", sizeBytes);
    }

    boolean storedFor(UUID organisation) {
        return organisationId.equals(organisation);
    }

    boolean storedBy(Caller caller) {
        return caller.principal().actor().filter(personId::equals).isPresent()
                && organisationId.equals(caller.organisationId());
    }

    UUID bookingId() {
        return bookingId;
    }

    String sha256() {
        return sha256;
    }

    DocumentView view() {
        return new DocumentView(id, name, mediaType, sizeBytes, sha256, bookingId, createdAt);
    }
}
