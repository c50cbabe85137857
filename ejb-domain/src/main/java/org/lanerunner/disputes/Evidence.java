package org.lanerunner.disputes;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** A photo or paper that one side of a contest shows, in the order in which it was named. */
@Embeddable
record Evidence(
        @Enumerated(EnumType.STRING) Side side,
        int position,
        @Column(name = "document_id") UUID documentId) {

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
