package org.lanerunner.factors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Text;
import org.lanerunner.shared.Unaudited;

/**
 * A passkey of a person for one site: the public half of a key that their device or password keeper holds. The count of its signatures is written by a
 * statement of its own, so that of two copies that are used at once one is refused.
 */
@Entity
@Table(schema = "factors", name = "passkey")
class Passkey {

    private static final int NAME_LENGTH = 60;

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Personal(of = "personId")
    private String name;

    @Unaudited
    @Column(updatable = false)
    private String host;

    @Unaudited
    @Column(name = "credential_id", updatable = false)
    private byte[] credentialId;

    @Unaudited
    @Column(updatable = false)
    private byte[] credential;

    @Unaudited
    @Column(updatable = false)
    private String transports;

    @Column(name = "backup_eligible", updatable = false)
    private boolean backupEligible;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Unaudited
    @Column(name = "sign_count", updatable = false)
    private long signCount;

    @Unaudited
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Version
    private int version;

    protected Passkey() {}

    Passkey(UUID id, UUID personId, String name, String host, Ceremonies.Made made, Instant now) {
        this.id = id;
        this.personId = personId;
        rename(name);
        this.host = host;
        this.credentialId = made.credentialId();
        this.credential = made.credential();
        this.transports = String.join(" ", made.transports());
        this.backupEligible = made.backupEligible();
        this.signCount = made.signCount();
        this.madeAt = now;
    }

    final void rename(String wanted) {
        name = Text.required(wanted, NAME_LENGTH, "/name");
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    boolean isFor(PortalOrigin at) {
        return host.equals(at.host());
    }

    byte[] credential() {
        return credential.clone();
    }

    boolean backupEligible() {
        return backupEligible;
    }

    long signCount() {
        return signCount;
    }

    PasskeyRequest.Known known() {
        return new PasskeyRequest.Known(
                ShownPasskey.encoded(credentialId), transports.isEmpty() ? List.of() : List.of(transports.split(" ")));
    }

    PasskeyView view() {
        return new PasskeyView(id, name, host, backupEligible, madeAt, lastUsedAt);
    }
}
