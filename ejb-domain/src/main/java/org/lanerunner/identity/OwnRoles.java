package org.lanerunner.identity;

import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Reference;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * The roles that members of an organisation can hold, and those that it makes for itself from listed permissions. Everything changes with the organisation
 * locked. A change of a role takes effect for its holders as a change of their roles does: every node refuses the access tokens from before within two seconds.
 */
@Stateless
public class OwnRoles {

    /** The number is limited since each is shown and offered wherever a member's roles are. */
    private static final int MOST = 50;

    /** Ended roles stay as rows, so their number is limited too. */
    private static final int MOST_EVER = 1_000;

    private static final String LETTER = "R";

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private KnownRoles roles;

    @Inject
    private Sessions sessions;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The permissions that roles of the caller's organisation can grant. */
    public Page<PermissionView> permissions(Caller caller) {
        Organisation organisation = organisations.requireSeen(caller, caller.organisationId());
        return new Page<>(PermissionList.of(roles.of(organisation.id()), organisation), null);
    }

    /** The roles, built-in ones first. */
    public Page<RoleView> list(Caller caller, UUID organisationId, PageRequest page) {
        Organisation organisation = organisations.requireSeen(caller, organisationId);
        Map<String, Long> holders = holders(organisationId);
        Map<String, Integer> versions = versions(organisationId);
        List<RoleView> all = roles.of(organisationId).allIn(organisation).stream()
                .map(role -> view(role, holders, versions))
                .toList();
        return after(all, page);
    }

    public RoleView view(Caller caller, UUID organisationId, String code) {
        Organisation organisation = organisations.requireSeen(caller, organisationId);
        return view(organisation, code);
    }

    public RoleView make(Caller caller, UUID organisationId, String name, List<RoleGrant> wanted) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        OwnRole role = new OwnRole(
                Uuid7.next(),
                organisationId,
                Reference.next(LETTER).replace('-', '_'),
                name,
                caller.actorId(),
                clock.instant());
        Roles known = roles.of(organisationId);
        Set<OwnGrant> granted = PermissionList.checked(known, organisation, wanted);
        requireFree(organisation, role);
        requireRoom(organisationId);
        sql.update("INSERT INTO identity.role_code (code) VALUES (?)", role.code());
        entities.persist(role);
        entities.flush();
        // set after the role was made, so that the audit says what it grants
        role.grant(granted);
        entities.flush();
        audit.record(caller, "role.made", role.id());
        return view(organisation, role.code());
    }

    /** Changes the name and the grants. From then on its holders may do what it says. */
    public RoleView change(
            Caller caller, UUID organisationId, String code, IfMatch ifMatch, String name, List<RoleGrant> wanted) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        OwnRole role = own(organisationId, code);
        ifMatch.require(role.version());
        role.call(name);
        Set<OwnGrant> granted = PermissionList.checked(roles.of(organisationId), organisation, wanted);
        requireFree(organisation, role);
        role.grant(granted);
        entities.flush();
        sessions.outdateHolders(organisationId, lockedHolders(organisationId, code));
        audit.record(caller, "role.changed", role.id());
        return view(organisation, code);
    }

    /** @throws Refusal CONFLICT while a member holds it, or an open invitation gives it */
    public void end(Caller caller, UUID organisationId, String code) {
        organisations.managed(caller, organisationId);
        caller.requireProof();
        OwnRole role = own(organisationId, code);
        if (!lockedHolders(organisationId, code).isEmpty()) {
            throw Refusal.conflict("organisations/role-held", "Members hold this role. Give them another one first.");
        }
        if (isOffered(organisationId, code)) {
            throw Refusal.conflict(
                    "organisations/role-offered", "An open invitation gives this role. Withdraw it first.");
        }
        role.end(clock.instant());
        entities.flush();
        audit.record(caller, "role.ended", role.id());
    }

    /** For other classes of this feature: the role's id in the audit. */
    @NeedsNoPermission(because = "another use case has asked")
    public UUID idOf(UUID organisationId, String code) {
        return own(organisationId, code).id();
    }

    private OwnRole own(UUID organisationId, String code) {
        return entities.createQuery(
                        "select r from OwnRole r where r.organisationId = :organisation and r.code = :code and r.endedAt is null",
                        OwnRole.class)
                .setParameter("organisation", organisationId)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("roles"));
    }

    /**
     * Refuses a name that another role has, also a built-in one, without regard to case and spaces. Letters of other scripts that look alike are not compared.
     */
    private void requireFree(Organisation organisation, OwnRole role) {
        boolean taken = roles.of(organisation.id()).allIn(organisation).stream()
                .filter(other -> !other.code().equals(role.code()))
                .anyMatch(other -> OwnRole.key(other.isBuiltIn() ? other.code().replace('_', ' ') : other.name())
                        .equals(role.nameKey()));
        if (taken) {
            throw Refusal.conflict("organisations/role-name-taken", "A role of the organisation is called so already.");
        }
    }

    private void requireRoom(UUID organisationId) {
        boolean room = sql.first(
                        "SELECT count(*) < ? AND count(*) FILTER (WHERE ended_at IS NULL) < ? FROM identity.own_role WHERE organisation_id = ?",
                        row -> row.getBoolean(1),
                        MOST_EVER,
                        MOST,
                        organisationId)
                .orElseThrow();
        if (!room) {
            throw Refusal.conflict(
                            "organisations/too-many-roles",
                            "The organisation has made " + MOST + " roles, or " + MOST_EVER
                                    + " with those that have ended. Change one instead.")
                    .beyond(Limit.ROLES);
        }
    }

    /** The holders of the role, locked: a session that is opened at this moment is either seen here, or reads what the role grants now. */
    private List<UUID> lockedHolders(UUID organisationId, String code) {
        return sql.query("""
                SELECT m.person_id FROM identity.membership m JOIN identity.membership_role r ON r.membership_id = m.id
                WHERE m.organisation_id = ? AND r.role = ? ORDER BY m.id FOR UPDATE OF m""", row -> Sql.id(row, "person_id"), organisationId, code);
    }

    private boolean isOffered(UUID organisationId, String code) {
        return sql.first("""
                        SELECT 1 FROM identity.invitation i JOIN identity.invitation_role r ON r.invitation_id = i.id
                        WHERE i.organisation_id = ? AND r.role = ? AND i.accepted_at IS NULL AND i.ended_at IS NULL AND i.expires_at > ? LIMIT 1""", row -> true, organisationId, code, clock.instant())
                .isPresent();
    }

    private RoleView view(Organisation organisation, String code) {
        return roles.of(organisation.id()).allIn(organisation).stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .map(role -> view(role, holders(organisation.id()), versions(organisation.id())))
                .orElseThrow(() -> Refusal.notFound("roles"));
    }

    private static RoleView view(Role role, Map<String, Long> holders, Map<String, Integer> versions) {
        return new RoleView(
                role.code(),
                role.name(),
                role.isBuiltIn(),
                PermissionList.inOrder(role.grants()),
                holders.getOrDefault(role.code(), 0L),
                versions.getOrDefault(role.code(), 0));
    }

    private Map<String, Long> holders(UUID organisationId) {
        return sql.query("""
                        SELECT r.role, count(*) AS holders FROM identity.membership m JOIN identity.membership_role r ON r.membership_id = m.id
                        WHERE m.organisation_id = ? GROUP BY r.role""", row -> Map.entry(row.getString("role"), row.getLong("holders")), organisationId).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Integer> versions(UUID organisationId) {
        return sql
                .query(
                        "SELECT code, version FROM identity.own_role WHERE organisation_id = ? AND ended_at IS NULL",
                        row -> Map.entry(row.getString("code"), row.getInt("version")),
                        organisationId)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A page of the roles, which are few and known. It begins behind the role with which the page before ended. */
    private static Page<RoleView> after(List<RoleView> all, PageRequest page) {
        List<String> codes = all.stream().map(RoleView::code).toList();
        int from = page.after() == null ? 0 : codes.indexOf(page.after()) + 1;
        List<RoleView> rest = all.subList(from, all.size());
        return Page.of(rest.subList(0, Math.min(rest.size(), page.limit() + 1)), page.limit(), RoleView::code);
    }
}
