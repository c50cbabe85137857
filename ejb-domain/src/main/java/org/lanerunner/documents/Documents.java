package org.lanerunner.documents;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Collection;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Permission;

/**
 * Keeps documents and hands them out. Bytes first, then the row: storing writes the file outside any transaction, and only a whole file gets a row.
 */
@Stateless
public class Documents {

    @Inject
    private DocumentFolder folder;

    @Inject
    private DocumentRecords records;

    /**
     * @param name what the sender calls the file, whatever that is
     * @param bookingId the booking it belongs to, or null
     * @param content at most 10 MiB of JPEG, PNG, WebP or PDF; read as it comes, not held in memory
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DocumentView store(Caller caller, String name, UUID bookingId, InputStream content) {
        caller.require(Permission.DOCUMENTS_STORE);
        if (bookingId != null) {
            records.checkBooking(caller, bookingId);
        }
        return records.add(caller, name, bookingId, folder.keep(content));
    }

    public DocumentView document(Caller caller, UUID id) {
        caller.require(Permission.DOCUMENTS_VIEW);
        return records.find(caller, id);
    }

    public DocumentContent content(Caller caller, UUID id) {
        DocumentView document = document(caller, id);
        return new DocumentContent(document, folder.place(document.sha256()));
    }

    /** For bookings: this document, which the caller can read, is the proof of that booking, and its parties may read it. */
    public void attachProof(Caller caller, UUID documentId, UUID bookingId, Collection<UUID> readers) {
        records.attach(caller, documentId, bookingId, readers);
    }
}
