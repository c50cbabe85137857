package org.lanerunner.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;
import org.lanerunner.shared.Unaudited;

/**
 * A role that an organisation made for its members, such as "night dispatcher". Such a role never needs a holder, comes with no kind, and grants only what the
 * organisation's built-in roles could.
 */
@Entity
@Table(schema = "identity", name = "own_role")
class OwnRole {

    static final int NAME_LENGTH = 60;

    /** Characters that are refused in a name: with one of them it looks like another name and is a different one. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}\\n\\r\\t]");

    @Id
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Code
    @Column(updatable = false)
    private String code;

    @Personal
    private String name;

    @Unaudited
    @Column(name = "name_key")
    private String nameKey;

    @Code
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "identity", name = "own_role_permission", joinColumns = @JoinColumn(name = "role_id"))
    private Set<OwnGrant> grants = new HashSet<>();

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private int version;

    protected OwnRole() {}

    /** Makes a role that grants nothing yet. */
    OwnRole(UUID id, UUID organisationId, String code, String name, UUID madeBy, Instant madeAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.code = code;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        call(name);
    }

    void call(String wanted) {
        name = Text.required(wanted, NAME_LENGTH, "/name");
        if (UNSEEN.matcher(name).find()) {
            throw Refusal.invalid("/name", "This holds characters that nobody sees.");
        }
        nameKey = key(name);
    }

    /** @param wanted grants that the organisation may give */
    void grant(Set<OwnGrant> wanted) {
        grants.retainAll(wanted);
        grants.addAll(wanted);
    }

    void end(Instant now) {
        if (endedAt != null) {
            throw Refusal.notFound("roles");
        }
        endedAt = now;
    }

    /** The key of a name. Names that differ only in case and spaces have the same. */
    static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    String nameKey() {
        return nameKey;
    }

    Set<OwnGrant> grants() {
        return Set.copyOf(grants);
    }

    int version() {
        return version;
    }
}
