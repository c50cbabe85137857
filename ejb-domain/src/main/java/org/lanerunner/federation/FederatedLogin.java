package org.lanerunner.federation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Unaudited;

/**
 * A login elsewhere by which a person comes in. Issuer and subject identify it. The person recognises it by its label, which the provider told when it was
 * linked. The label opens nothing, and an address in it is never looked up.
 */
@Entity
@Table(schema = "federation", name = "login")
class FederatedLogin {

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Code
    @Column(updatable = false)
    private String issuer;

    @Personal(of = "personId")
    @Column(updatable = false)
    private String subject;

    @Personal(of = "personId")
    @Column(updatable = false)
    private String label;

    @Column(name = "linked_at", updatable = false)
    private Instant linkedAt;

    @Unaudited
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Version
    private int version;

    protected FederatedLogin() {}

    FederatedLogin(UUID id, UUID personId, ProvenIdentity identity, Instant now) {
        this.id = id;
        this.personId = personId;
        this.issuer = identity.issuer();
        this.subject = identity.subject();
        this.label = identity.label();
        this.linkedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    String issuer() {
        return issuer;
    }

    String label() {
        return label;
    }

    /** @param provider null for a provider that is not configured any more */
    LoginView view(Provider provider) {
        return new LoginView(
                id,
                provider == null ? null : provider.id(),
                provider == null ? issuer : provider.name(),
                label,
                linkedAt,
                lastUsedAt);
    }
}
