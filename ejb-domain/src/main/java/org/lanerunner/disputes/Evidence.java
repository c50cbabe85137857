package org.lanerunner.disputes;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * A photo or paper that one side of a contest shows, in the order in which it was named. That no column may be null is said here too: of what might be null Hibernate
 * writes the whole collection anew, and what was shown is never deleted.
 */
@Embeddable
record Evidence(
        @Enumerated(EnumType.STRING) @Basic(optional = false)
        Side side,

        @Basic(optional = false) int position,

        @Basic(optional = false) @Column(name = "document_id")
        UUID documentId) {

    /** Who shows it. */
    enum Side {
        BUYER,
        SELLER
    }

    /** As the audit writes it. */
    @Override
    public String toString() {
        return side + " " + documentId;
    }
}
