package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/** Organisations. Their members and the platform's ADMIN see them; all others do not find them. */
@Stateless
public class Organisations {

    private static final UUID NEWEST = new UUID(-1, -1);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private KnownRoles roles;

    @Inject
    private Events events;

    @Inject
    private Sql sql;

    public OrganisationView view(Caller caller, UUID id) {
        return requireSeen(caller, id).view(roles.of(id));
    }

    /** All organisations, newest first, for ADMIN. */
    public Page<OrganisationView> search(Caller caller, String query, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        List<Organisation> rows = entities.createQuery(
                        "select o from Organisation o where o.id < :after and lower(o.name) like :like escape '!' order by o.id desc",
                        Organisation.class)
                .setParameter("after", page.afterId(NEWEST))
                .setParameter("like", containing(query))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Roles known = roles.of(rows.stream().map(Organisation::id).toList());
        return Page.of(rows, page.limit(), Organisation::id).map(organisation -> organisation.view(known));
    }

    /** Takes on a further kind, and gives the caller its role. The role is in the access token after the next refresh. */
    public OrganisationView widen(Caller caller, UUID id, OrganisationKind kind) {
        Organisation organisation = managed(caller, id);
        if (kind == null) {
            throw Refusal.invalid("/kind", "Name a kind.");
        }
        organisation.widen(kind);
        Roles known = roles.of(id);
        entities.createQuery(
                        "select m from Membership m where m.organisation = :organisation and m.person.id = :person",
                        Membership.class)
                .setParameter("organisation", organisation)
                .setParameter("person", caller.actorId())
                .getResultStream()
                .forEach(membership -> membership.alsoHold(known.givenWith(kind)));
        entities.flush();
        events.publish(
                caller,
                DomainEvent.of("organisation.widened", id)
                        .readableBy(id)
                        .with("organisationId", id)
                        .with("kind", kind));
        return organisation.view(known);
    }

    /**
     * For other features, before business of the organisation begins: until the present transaction is over, the organisation does not close. It must be taken
     * before any other lock.
     *
     * @throws Refusal CONFLICT where it has closed
     */
    public void requireOpen(UUID id) {
        requireOpen(id, id);
    }

    /**
     * As {@link #requireOpen(UUID)}, for two organisations that are about to agree: until the present transaction is over neither closes nor is suspended.
     *
     * @param own the caller's; the reason of the other's suspension is not told
     * @throws Refusal CONFLICT organisations/suspended, organisations/other-suspended
     */
    public void requireOpen(UUID own, UUID other) {
        Map<UUID, Boolean> suspended = held(own.equals(other) ? List.of(own) : List.of(own, other));
        if (suspended.get(own)) {
            throw Refusal.conflict(
                    "organisations/suspended",
                    "Your organisation is suspended: it agrees nothing until it is reopened.");
        }
        if (suspended.get(other)) {
            throw Refusal.conflict(
                    "organisations/other-suspended",
                    "The other side is suspended: nothing is agreed with it until it is reopened.");
        }
    }

    /**
     * For other features, for an organisation that has business: until the present transaction is over it is neither suspended nor reopened. It may be asked
     * whatever is locked, since a suspension locks no business.
     */
    public boolean isSuspended(UUID id) {
        return sql.first(
                        "SELECT suspended_at IS NOT NULL AS suspended FROM identity.organisation WHERE id = ? FOR SHARE",
                        row -> row.getBoolean("suspended"),
                        id)
                .orElse(false);
    }

    /** To be called before a session is opened, which a suspended organisation may still allow. @throws Refusal CONFLICT where the organisation has closed */
    public void requireNotClosed(UUID id) {
        held(List.of(id));
    }

    /** Whether each organisation is suspended. Their rows are locked in one order, so that this does not change until the present transaction is over. */
    private Map<UUID, Boolean> held(Collection<UUID> ids) {
        Map<UUID, Boolean> held = new HashMap<>();
        sql.query(
                        "SELECT id, suspended_at IS NOT NULL AS suspended FROM identity.organisation WHERE id = ANY (?) AND closed_at IS NULL ORDER BY id FOR SHARE",
                        row -> Map.entry(Sql.id(row, "id"), row.getBoolean("suspended")),
                        (Object) ids.toArray(UUID[]::new))
                .forEach(row -> held.put(row.getKey(), row.getValue()));
        if (!held.keySet().containsAll(ids)) {
            throw closed();
        }
        return held;
    }

    private static Refusal closed() {
        return Refusal.conflict("organisations/closed", "The organisation is closed.");
    }

    /** For other features: the name of an organisation with which the caller deals. */
    public String name(UUID id) {
        return names(List.of(id)).get(id);
    }

    /** For other features: the labels of organisations, by id. An id without an organisation is left out. */
    public Map<UUID, OrganisationLabel> labels(Collection<UUID> ids) {
        Map<UUID, OrganisationLabel> labels = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery(
                            "select new org.lanerunner.identity.OrganisationLabel(o.id, o.name, case when o.suspendedAt is null then false else true end) from Organisation o where o.id in :ids",
                            OrganisationLabel.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(label -> labels.put(label.id(), label));
        }
        return labels;
    }

    /** For other features: names by id. An id without an organisation is left out. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select o.id, o.name from Organisation o where o.id in :ids", Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> names.put((UUID) row[0], (String) row[1]));
        }
        return names;
    }

    public Organisation requireSeen(Caller caller, UUID id) {
        caller.require(IdentityPermissions.ORGANISATION_VIEW);
        Organisation organisation = id.equals(caller.organisationId()) || caller.may(CommonPermissions.PLATFORM_ADMIN)
                ? entities.find(Organisation.class, id)
                : null;
        if (organisation == null) {
            throw Refusal.notFound("organisations");
        }
        return organisation;
    }

    /**
     * The caller's organisation, locked, so that two changes of what belongs to it see each other. A caller who was removed, or lost the right, while waiting
     * for the lock is refused, though the token was good when the call began.
     */
    public Organisation managed(Caller caller, UUID id) {
        requireManaged(caller, id);
        Organisation organisation = entities.find(Organisation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (organisation.isClosed()) {
            throw closed();
        }
        if (!memberships.manages(id, caller.actorId())) {
            throw Refusal.forbidden("You do not manage this organisation any more.");
        }
        return organisation;
    }

    public void requireManaged(Caller caller, UUID id) {
        caller.require(IdentityPermissions.ORGANISATION_MANAGE);
        if (!id.equals(caller.organisationId())) {
            throw Refusal.notFound("organisations");
        }
    }

    static String containing(String query) {
        String text = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
