package org.lanerunner.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;
import org.lanerunner.shared.Unaudited;

/** One account of one human being, known by the e-mail address. What the person may do depends on the organisation acted for. */
@Entity
@Table(schema = "identity", name = "person")
class Person {

    static final int NAME_LENGTH = 120;

    static final int REASON_LENGTH = 500;

    @Id
    private UUID id;

    @Personal
    private String email;

    @Unaudited
    @Column(name = "email_key")
    private String emailKey;

    @Personal
    private String name;

    /** Null for a person who has never set one, and signs in by a login elsewhere. */
    @Unaudited
    @Column(name = "password_hash")
    private String passwordHash;

    @Unaudited
    @Column(name = "password_mailed_at")
    private Instant passwordMailedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** The time when somebody showed that mail to the address reaches them; null while nobody has. */
    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "locked_at")
    private Instant lockedAt;

    @Personal
    @Column(name = "lock_reason")
    private String lockReason;

    @Column(name = "locked_by")
    private UUID lockedBy;

    @Version
    private int version;

    protected Person() {}

    Person(UUID id, EmailAddress email, String name, String passwordHash, Instant createdAt) {
        this.id = id;
        this.email = email.text();
        this.emailKey = email.key();
        this.name = Text.required(name, NAME_LENGTH, "/name");
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    boolean isVerified() {
        return verifiedAt != null;
    }

    void confirmAddress(Instant now) {
        if (verifiedAt == null) {
            verifiedAt = now;
        }
    }

    /** Changes the address to one that was confirmed. */
    void moveTo(EmailAddress address, Instant now) {
        email = address.text();
        emailKey = address.key();
        verifiedAt = now;
    }

    void rename(String wanted) {
        name = Text.required(wanted, NAME_LENGTH, "/name");
    }

    /** Sets a password. It does not undo that the last one came by mail: the person who came in with that one may have chosen this one. */
    void takePassword(String hash) {
        passwordHash = hash;
    }

    /** Sets a password that was chosen by somebody who reads the mailbox. */
    void takeMailedPassword(String hash, Instant now) {
        passwordHash = hash;
        passwordMailedAt = now;
    }

    void lock(String reason, UUID by, Instant now) {
        String why = Text.required(reason, REASON_LENGTH, "/reason");
        if (isLocked()) {
            throw Refusal.conflict("people/locked", "This account is locked already.");
        }
        lockedAt = now;
        lockReason = why;
        lockedBy = by;
    }

    void unlock() {
        if (!isLocked()) {
            throw Refusal.conflict("people/not-locked", "This account is not locked.");
        }
        lockedAt = null;
        lockReason = null;
        lockedBy = null;
    }

    boolean isLocked() {
        return lockedAt != null;
    }

    Instant lockedAt() {
        return lockedAt;
    }

    UUID lockedBy() {
        return lockedBy;
    }

    PersonFound found() {
        return new PersonFound(id, name, email, createdAt, lockedAt);
    }

    /** @param byName null where the administrator is gone */
    PersonView.Lock lockView(String byName) {
        return new PersonView.Lock(lockedAt, lockReason, lockedBy, byName);
    }

    Instant createdAt() {
        return createdAt;
    }

    int version() {
        return version;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String emailKey() {
        return emailKey;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }
}
