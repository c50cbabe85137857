package org.lanerunner.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Code;

/** An owner's offer to hand the organisation over to one of its members. It is good for a week and replaced by the next one. */
@Entity
@Table(schema = "identity", name = "ownership_offer")
class OwnershipOffer {

    private static final Duration LIFETIME = Duration.ofDays(7);

    /** The reasons why it is over. */
    enum End {
        ACCEPTED,
        WITHDRAWN,
        REPLACED,
        ORGANISATION_CLOSED
    }

    @Id
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "offered_by", updatable = false)
    private UUID offeredBy;

    @Column(name = "offered_to", updatable = false)
    private UUID offeredTo;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Code
    @Column(name = "end_reason")
    private String endReason;

    @Version
    private int version;

    protected OwnershipOffer() {}

    OwnershipOffer(UUID id, UUID organisationId, UUID offeredBy, UUID offeredTo, Instant madeAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.offeredBy = offeredBy;
        this.offeredTo = offeredTo;
        this.madeAt = madeAt;
        this.expiresAt = madeAt.plus(LIFETIME);
    }

    void end(End reason, Instant now) {
        endedAt = now;
        endReason = reason.name();
    }

    UUID id() {
        return id;
    }

    UUID offeredBy() {
        return offeredBy;
    }

    UUID offeredTo() {
        return offeredTo;
    }

    boolean isOpenAt(Instant time) {
        return endedAt == null && time.isBefore(expiresAt);
    }

    OwnershipView.Offer view(String byName, String toName) {
        return new OwnershipView.Offer(offeredBy, byName, offeredTo, toName, expiresAt);
    }
}
