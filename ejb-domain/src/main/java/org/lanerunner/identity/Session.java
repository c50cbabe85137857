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
import org.lanerunner.shared.Personal;

/**
 * A person signed in for one organisation, on one device. A session lives through refreshes until its time is over, nobody has used it for long, it is signed
 * out or ended from elsewhere, it loses its membership, or one of its refresh tokens comes back after its time, which means that somebody else has it. Access
 * tokens of an earlier generation are refused.
 */
@Entity
@Table(schema = "identity", name = "session")
class Session {

    /** The reasons why it ended. */
    enum End {
        SIGNED_OUT,
        SWITCHED,
        MEMBERSHIP_ENDED,
        ORGANISATION_CLOSED,
        ORGANISATION_SUSPENDED,
        TOKEN_REUSED,
        TOO_MANY,
        ENDED_BY_PERSON,
        PASSWORD_CHANGED,
        LOCKED,
        IMPERSONATION_OVER,
        ADMINISTRATOR_LEFT,
        LOGIN_REMOVED
    }

    /** So long an administrator sees what a person sees; nothing prolongs it. */
    static final Duration IMPERSONATION = Duration.ofMinutes(15);

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "device_id")
    private UUID deviceId;

    @Personal(of = "personId")
    private String address;

    private int generation;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "proven_at")
    private Instant provenAt;

    @Code
    @Column(name = "proven_by")
    private String provenBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Code
    @Column(name = "end_reason")
    private String endReason;

    @Column(name = "impersonated_by", updatable = false)
    private UUID impersonatedBy;

    @Column(name = "impersonator_session", updatable = false)
    private UUID impersonatorSession;

    @Personal(of = "personId")
    @Column(name = "impersonation_reason", updatable = false)
    private String impersonationReason;

    @Version
    private int version;

    protected Session() {}

    Session(
            Membership membership,
            UUID id,
            UUID deviceId,
            String address,
            ProvenBy proof,
            Instant now,
            Duration lifetime) {
        this.id = id;
        this.personId = membership.person().id();
        this.organisationId = membership.organisation().id();
        this.deviceId = deviceId;
        this.address = address;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
        this.lastUsedAt = now;
        this.provenAt = proof.askedAt();
        this.provenBy = proof.words();
        this.changedAt = now;
    }

    /** Makes a session in which the administrator sees what the person sees. */
    static Session impersonation(Membership membership, UUID id, Session administrator, String reason, Instant now) {
        Session session =
                new Session(membership, id, null, administrator.address, administrator.proof(), now, IMPERSONATION);
        session.impersonatedBy = administrator.personId;
        session.impersonatorSession = administrator.id;
        session.impersonationReason = reason;
        return session;
    }

    boolean isImpersonation() {
        return impersonatedBy != null;
    }

    /** The administrator who sees what the person sees; null where the person is signed in. */
    UUID impersonatedBy() {
        return impersonatedBy;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** @param idle the time after which a session that nobody uses is over */
    boolean livesAt(Instant time, Duration idle) {
        return endedAt == null && time.isBefore(endsBy(idle));
    }

    /** The time when it is over if nobody uses it any more. */
    Instant endsBy(Duration idle) {
        Instant unused = lastUsedAt.plus(idle);
        return unused.isBefore(expiresAt) ? unused : expiresAt;
    }

    /** The session was refreshed; device and address are where it is now. */
    void used(UUID onDevice, String fromAddress, Instant now) {
        deviceId = onDevice;
        address = fromAddress;
        lastUsedAt = now;
    }

    /**
     * Notes a new proof. What was shown for the earlier proof is kept if that one is recent, or if the new one has no second factor: people with a better
     * factor do not prove themselves by the password alone, so the password then confirms what was shown beside it.
     *
     * @param lately the time from which on an earlier proof is recent
     */
    void prove(ProvenBy proof, Instant lately) {
        boolean replaced = provenAt.isBefore(lately) && proof.bySecondFactor();
        ProvenBy all = replaced ? proof : proof.and(proof());
        provenAt = all.at();
        provenBy = all.words();
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

    /** Null while it has not ended. */
    End endedBy() {
        return endReason == null ? null : End.valueOf(endReason);
    }

    /** The roles changed: access tokens with the old ones are refused, and the next refresh brings the new ones. */
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

    /** Null for a session that was opened before devices were known, until its next refresh. */
    UUID deviceId() {
        return deviceId;
    }

    String address() {
        return address;
    }

    ProvenBy proof() {
        return ProvenBy.of(provenAt, provenBy);
    }

    int generation() {
        return generation;
    }
}
