package org.lanerunner.factors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Unaudited;

/**
 * A person's app that makes one-time codes; each person has at most one. It counts only once a code of it was shown. The last used code's step is written by a
 * statement of its own, so that of two people who show the same code at once one is refused.
 */
@Entity
@Table(schema = "factors", name = "authenticator")
class Authenticator {

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Unaudited
    @Column(updatable = false)
    private byte[] secret;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Unaudited
    @Column(name = "last_step", insertable = false, updatable = false)
    private long lastStep;

    @Unaudited
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Version
    private int version;

    protected Authenticator() {}

    /** @param secret the seed, sealed as one of {@link AuthenticatorSeeds} */
    Authenticator(UUID id, UUID personId, byte[] secret, Instant madeAt) {
        this.id = id;
        this.personId = personId;
        this.secret = secret.clone();
        this.madeAt = madeAt;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    UUID id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    long lastStep() {
        return lastStep;
    }

    FactorsView.App view() {
        return new FactorsView.App(confirmedAt, lastUsedAt);
    }
}
