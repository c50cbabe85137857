package org.lanerunner.disputes;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * A photo or paper that one side of a contest shows, in the order in which it was named. The columns are marked as never null here too: otherwise Hibernate
 * would write the whole collection anew, and what was shown is never deleted.
 */
@Embeddable
record Evidence(
        @Enumerated(EnumType.STRING) @Basic(optional = false)
        Side side,

        @Basic(optional = false) int position,

        @Basic(optional = false) @Column(name = "document_id")
        UUID documentId) {

    /** The side that shows it. */
    enum Side {
        BUYER,
        SELLER
    }

    /** The text that the audit writes. */
    @Override
    public String toString() {
        return side + " " + documentId;
    }
}
