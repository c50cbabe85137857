package org.lanerunner.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Text;
import org.lanerunner.shared.Unaudited;
import org.lanerunner.shared.Uuid7;

/** A link that an administrator gives a person who can't get in. It is good once, for an hour, to set a password. Its secret is not kept anywhere. */
@Entity
@Table(schema = "identity", name = "helping_link")
class HelpingLink {

    static final Duration LIFETIME = Duration.ofHours(1);

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Personal(of = "personId")
    @Column(updatable = false)
    private String reason;

    /** True if the administrator saw the link and handed it over; it then did not go by mail. */
    @Column(name = "handed_over", updatable = false)
    private boolean handedOver;

    @Unaudited
    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Version
    private int version;

    protected HelpingLink() {}

    HelpingLink(UUID personId, UUID madeBy, String reason, boolean handedOver, Secret secret, Instant now) {
        this.id = Uuid7.next();
        this.personId = personId;
        this.madeBy = madeBy;
        this.reason = Text.required(reason, Person.REASON_LENGTH, "/reason");
        this.handedOver = handedOver;
        this.tokenHash = secret.hash();
        this.createdAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    boolean isGoodAt(Instant time) {
        return usedAt == null && time.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }

    /** Another link took its place, or its person's account was locked. */
    void end(Instant now) {
        expiresAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    boolean isHandedOver() {
        return handedOver;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
