package org.lanerunner.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Code;

/**
 * A person signed in for one organisation, on one device. It lives through refreshes until it expires, is signed out, loses its membership, or until one of
 * its refresh tokens comes back after its time, which means that somebody else has it. Access tokens of an earlier generation are refused.
 */
@Entity
@Table(schema = "identity", name = "session")
class Session {

    /** Why it ended. */
    enum End {
        SIGNED_OUT,
        SWITCHED,
        MEMBERSHIP_ENDED,
        TOKEN_REUSED,
        TOO_MANY
    }

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    private int generation;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Code
    @Column(name = "end_reason")
    private String endReason;

    @Version
    private int version;

    protected Session() {}

    Session(UUID id, UUID personId, UUID organisationId, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.personId = personId;
        this.organisationId = organisationId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.changedAt = createdAt;
    }

    boolean livesAt(Instant time) {
        return endedAt == null && time.isBefore(expiresAt);
    }

    /** @return false when it had ended before */
    boolean end(End reason, Instant now) {
        if (endedAt != null) {
            return false;
        }
        endedAt = now;
        changedAt = now;
        endReason = reason.name();
        return true;
    }

    /** The roles changed: access tokens that carry the old ones are refused, and the next refresh brings the new ones. */
    void outdateAccessTokens(Instant now) {
        generation++;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    UUID organisationId() {
        return organisationId;
    }

    int generation() {
        return generation;
    }
}
