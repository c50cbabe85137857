package org.lanerunner.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Text;

/**
 * A key by which a program of an organisation acts for it: with these permissions, from these addresses, until it is over or revoked. It belongs to the
 * organisation, not to the person who made it.
 */
@Entity
@Table(schema = "identity", name = "api_key")
class ApiKey {

    static final int NAME_LENGTH = 80;

    @Id
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Personal(of = "madeBy")
    @Column(updatable = false)
    private String name;

    @Code
    @Column(updatable = false)
    private String scopes;

    @Code
    @Column(updatable = false)
    private String addresses;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Version
    private int version;

    protected ApiKey() {}

    ApiKey(
            UUID id,
            UUID organisationId,
            String name,
            List<String> scopes,
            List<String> addresses,
            UUID madeBy,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.name = Text.required(name, NAME_LENGTH, "/name");
        this.scopes = String.join(" ", scopes);
        this.addresses = String.join(" ", addresses);
        this.madeBy = madeBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isGoodAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    String name() {
        return name;
    }

    UUID madeBy() {
        return madeBy;
    }

    /** @param former whether the person who made it is no member any more */
    ApiKeyView view(String prefix, String madeByName, boolean former) {
        return new ApiKeyView(
                id,
                name,
                prefix,
                words(scopes),
                words(addresses),
                madeByName,
                former,
                createdAt,
                expiresAt,
                lastUsedAt);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
