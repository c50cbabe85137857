package org.lanerunner.bookings;

import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Personal;

/** Proof of delivery: the receiver, the time, the place, and a photo or paper that documents keep. */
@Embeddable
public record Proof(
        @Personal @Column(name = "proof_received_by") String receivedBy,
        @Column(name = "proof_occurred_at") Instant occurredAt,
        @Column(name = "proof_received_at") Instant receivedAt,
        @Personal @Column(name = "proof_latitude") @Nullable Double latitude,

        @Personal @Column(name = "proof_longitude") @Nullable
        Double longitude,

        @Column(name = "proof_document_id") @Nullable UUID documentId) {}
