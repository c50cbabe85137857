package org.lanerunner.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Unaudited;

/**
 * A one-time link by which the holder of one e-mail address joins an organisation. A person without an account makes one with it. A person with one signs in
 * first, so that a link never opens an existing account. It gives what its maker may give at that moment: it ends when they leave or may not invite any more.
 */
@Entity
@Table(schema = "identity", name = "invitation")
class Invitation {

    /** The reasons why it ended before its time. */
    enum End {
        WITHDRAWN,
        INVITER_LEFT,
        INVITED_LEFT,
        ORGANISATION_CLOSED
    }

    @Id
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    @JoinColumn(name = "organisation_id", updatable = false)
    private Organisation organisation;

    @Personal
    @Column(updatable = false)
    private String email;

    @Unaudited
    @Column(name = "email_key", updatable = false)
    private String emailKey;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "identity", name = "invitation_role", joinColumns = @JoinColumn(name = "invitation_id"))
    @Code
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    @Column(name = "driver_id", updatable = false)
    private UUID driverId;

    @Unaudited
    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Unaudited
    @Column(name = "mail_token_hash", updatable = false)
    private byte[] mailTokenHash;

    @Column(name = "invited_by", updatable = false)
    private UUID invitedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "accepted_by")
    private UUID acceptedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Code
    @Column(name = "end_reason")
    private String endReason;

    @Version
    private int version;

    protected Invitation() {}

    /** @param roles roles that members of the organisation can hold */
    Invitation(
            UUID id,
            Organisation organisation,
            EmailAddress email,
            Set<String> roles,
            UUID driverId,
            Secret secret,
            Secret mailSecret,
            UUID invitedBy,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        this.organisation = organisation;
        this.email = email.text();
        this.emailKey = email.key();
        this.roles.addAll(roles);
        this.driverId = driverId;
        this.tokenHash = secret.hash();
        this.mailTokenHash = mailSecret.hash();
        this.invitedBy = invitedBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean isOpenAt(Instant time) {
        return acceptedAt == null && endedAt == null && time.isBefore(expiresAt);
    }

    /** True if the secret is the one that only the mail to the invited address told. */
    boolean cameByMail(Secret secret) {
        return mailTokenHash != null && MessageDigest.isEqual(mailTokenHash, secret.hash());
    }

    void end(End reason, Instant now) {
        endedAt = now;
        endReason = reason.name();
    }

    /** @throws Refusal NOT_FOUND when it is not open any more, FORBIDDEN when it was sent to somebody else */
    Membership accept(UUID membershipId, Person person, Instant now) {
        if (!isOpenAt(now)) {
            throw Refusal.notFound("invitations");
        }
        if (!person.emailKey().equals(emailKey)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "identity/other-person",
                    "This invitation was made for another e-mail address.");
        }
        acceptedAt = now;
        acceptedBy = person.id();
        return new Membership(membershipId, person, organisation, roles, now);
    }

    UUID id() {
        return id;
    }

    Organisation organisation() {
        return organisation;
    }

    String email() {
        return email;
    }

    String emailKey() {
        return emailKey;
    }

    UUID driverId() {
        return driverId;
    }

    Set<String> roles() {
        return Set.copyOf(roles);
    }

    UUID invitedBy() {
        return invitedBy;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    OpenInvitation listed(String inviter, Roles known) {
        return new OpenInvitation(id, email, known.inOrder(roles), driverId, inviter, createdAt, expiresAt);
    }
}
