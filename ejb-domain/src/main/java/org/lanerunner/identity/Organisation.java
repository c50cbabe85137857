package org.lanerunner.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.outbound.Channel;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/**
 * An organisation that trades here: a company, a single person's own, or the platform itself. Its kinds say what it does; kinds are only added, never taken
 * away.
 */
@Entity
@Table(schema = "identity", name = "organisation")
class Organisation {

    static final int NAME_LENGTH = 120;

    static final int REASON_LENGTH = 500;

    @Id
    private UUID id;

    @Personal
    private String name;

    private boolean personal;
    private boolean platform;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            schema = "identity",
            name = "organisation_kind",
            joinColumns = @JoinColumn(name = "organisation_id"))
    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private Set<OrganisationKind> kinds = EnumSet.noneOf(OrganisationKind.class);

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "requires_second_factor")
    private boolean requiresSecondFactor;

    @Column(name = "codes_by_mail")
    private boolean codesByMail;

    @Column(name = "codes_by_sms")
    private boolean codesBySms;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    @Column(name = "suspended_by")
    private UUID suspendedBy;

    @Personal
    @Column(name = "suspension_reason")
    private String suspensionReason;

    @Personal
    @Column(name = "suspension_note")
    private String suspensionNote;

    @Column(name = "reopened_at")
    private Instant reopenedAt;

    @Column(name = "reopened_by")
    private UUID reopenedBy;

    @Personal
    @Column(name = "reopening_reason")
    private String reopeningReason;

    @Version
    private int version;

    protected Organisation() {}

    private Organisation(
            UUID id, String name, boolean personal, boolean platform, OrganisationKind kind, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.personal = personal;
        this.platform = platform;
        this.createdAt = createdAt;
        if (kind != null) {
            kinds.add(kind);
        }
    }

    /** @param kind null for none yet */
    static Organisation company(UUID id, String name, OrganisationKind kind, Instant createdAt) {
        return new Organisation(
                id, Text.required(name, NAME_LENGTH, "/organisation/name"), false, false, kind, createdAt);
    }

    static Organisation ofOne(UUID id, Person person, OrganisationKind kind, Instant createdAt) {
        return new Organisation(id, person.name(), true, false, kind, createdAt);
    }

    static Organisation platform(UUID id, Instant createdAt) {
        return new Organisation(id, "LaneRunner", false, true, null, createdAt);
    }

    void widen(OrganisationKind kind) {
        if (platform) {
            throw Refusal.conflict("organisations/platform", "The platform itself does not trade.");
        }
        if (!kinds.add(kind)) {
            throw Refusal.conflict("organisations/kind-held", "The organisation is of this kind already.");
        }
    }

    /** @param codes the channels by which a sent code is enough */
    void requireSecondFactor(boolean wanted, Set<Channel> codes) {
        if (platform && !codes.isEmpty()) {
            throw Refusal.conflict(
                    "organisations/platform",
                    "Administrators of the platform need more than a mailbox or a telephone number.");
        }
        requiresSecondFactor = wanted;
        codesByMail = codes.contains(Channel.MAIL);
        codesBySms = codes.contains(Channel.SMS);
    }

    /** The channels by which a sent code is enough as a second factor. */
    Set<Channel> codesTaken() {
        Set<Channel> taken = EnumSet.noneOf(Channel.class);
        if (codesByMail) {
            taken.add(Channel.MAIL);
        }
        if (codesBySms) {
            taken.add(Channel.SMS);
        }
        return taken;
    }

    boolean requiresSecondFactor() {
        return requiresSecondFactor;
    }

    void close(Instant now) {
        if (platform) {
            throw Refusal.conflict("organisations/platform", "The platform itself does not close.");
        }
        if (closedAt != null) {
            throw Refusal.conflict("organisations/closed", "The organisation is closed.");
        }
        closedAt = now;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** @param reason for its members to read; @param note for administrators alone, or null */
    void suspend(String reason, String note, UUID by, Instant now) {
        if (platform) {
            throw Refusal.conflict("organisations/platform", "The platform itself is not suspended.");
        }
        String why = Text.required(reason, REASON_LENGTH, "/reason");
        String beside = Text.optional(note, REASON_LENGTH, "/note");
        if (isClosed()) {
            throw Refusal.conflict("organisations/closed", "The organisation is closed.");
        }
        if (isSuspended()) {
            throw Refusal.conflict("organisations/suspended", "The organisation is suspended already.");
        }
        suspendedAt = now;
        suspendedBy = by;
        suspensionReason = why;
        suspensionNote = beside;
        reopenedAt = null;
        reopenedBy = null;
        reopeningReason = null;
    }

    /** @param reason for administrators to read */
    void reopen(String reason, UUID by, Instant now) {
        String why = Text.required(reason, REASON_LENGTH, "/reason");
        if (!isSuspended()) {
            throw Refusal.conflict("organisations/not-suspended", "The organisation is not suspended.");
        }
        reopenedAt = now;
        reopenedBy = by;
        reopeningReason = why;
        suspendedAt = null;
        suspendedBy = null;
        suspensionReason = null;
        suspensionNote = null;
    }

    boolean isSuspended() {
        return suspendedAt != null;
    }

    /** The administrator who suspended it, or reopened it last; null for nobody. */
    UUID decidedBy() {
        return isSuspended() ? suspendedBy : reopenedBy;
    }

    /** The suspension as its members see it; null while it may act. */
    Me.Suspension suspension() {
        return isSuspended() ? new Me.Suspension(suspendedAt, suspensionReason) : null;
    }

    OrganisationStatus status() {
        if (isClosed()) {
            return OrganisationStatus.CLOSED;
        }
        return isSuspended() ? OrganisationStatus.SUSPENDED : OrganisationStatus.OPEN;
    }

    OrganisationFound found() {
        return new OrganisationFound(
                id, name, personal, platform, kinds.stream().sorted().toList(), status(), createdAt, suspendedAt);
    }

    /** @param byName the name of the administrator who suspended or reopened it; null for nobody */
    OrganisationRecord record(long members, String byName) {
        return new OrganisationRecord(
                id,
                name,
                personal,
                platform,
                kinds.stream().sorted().toList(),
                status(),
                createdAt,
                closedAt,
                requiresSecondFactor,
                members,
                isSuspended()
                        ? new OrganisationRecord.Suspended(
                                suspendedAt, suspendedBy, byName, suspensionReason, suspensionNote)
                        : null,
                reopenedAt == null
                        ? null
                        : new OrganisationRecord.Reopened(reopenedAt, reopenedBy, byName, reopeningReason),
                version);
    }

    /** @param smsPossible whether this installation sends SMS */
    PolicyView policy(boolean smsPossible) {
        return new PolicyView(requiresSecondFactor, codesByMail, codesBySms, smsPossible, version);
    }

    int version() {
        return version;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isPlatform() {
        return platform;
    }

    Set<OrganisationKind> kinds() {
        return kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }

    OrganisationView view(Roles roles) {
        return new OrganisationView(
                id,
                name,
                personal,
                kinds.stream().sorted().toList(),
                List.copyOf(roles.heldIn(this)),
                roles.names(roles.heldIn(this)),
                createdAt,
                version);
    }
}
