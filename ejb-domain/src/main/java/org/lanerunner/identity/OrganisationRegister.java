package org.lanerunner.identity;

import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/** All organisations, for the platform's administrators to find and look into. */
@Stateless
public class OrganisationRegister {

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private KnownRoles roles;

    @Inject
    private People people;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    public Page<OrganisationFound> search(Caller caller, OrganisationSearch search, PageRequest page) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        List<String> where = new ArrayList<>(List.of("lower(o.name) like :like escape '!'"));
        boolean byName = search.sort() == OrganisationSearch.OrganisationSort.NAME;
        if (page.after() != null) {
            where.add(
                    byName
                            ? "exists (select 1 from Organisation a where a.id = :after and (lower(o.name) > lower(a.name) or lower(o.name) = lower(a.name) and o.id > a.id))"
                            : "o.id < :after");
        }
        if (search.kind() != null) {
            where.add(":kind member of o.kinds");
        }
        if (search.status() != null) {
            where.add(
                    switch (search.status()) {
                        case OPEN -> "o.suspendedAt is null and o.closedAt is null";
                        case SUSPENDED -> "o.suspendedAt is not null and o.closedAt is null";
                        case CLOSED -> "o.closedAt is not null";
                    });
        }
        TypedQuery<Organisation> query = entities.createQuery(
                        "select o from Organisation o where " + String.join(" and ", where)
                                + (byName ? " order by lower(o.name), o.id" : " order by o.id desc"),
                        Organisation.class)
                .setParameter("like", Organisations.containing(search.q()));
        if (page.after() != null) {
            query.setParameter("after", page.afterId(NEWEST));
        }
        if (search.kind() != null) {
            query.setParameter("kind", search.kind());
        }
        return Page.of(query.setMaxResults(page.limit() + 1).getResultList(), page.limit(), Organisation::id)
                .map(Organisation::found);
    }

    /** An organisation's record. The audit notes that somebody looked, once for all that is then read inside. */
    public OrganisationRecord view(Caller caller, UUID id) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        Organisation organisation = find(id);
        audit.record(caller, "organisation.viewed", id);
        return record(organisation);
    }

    /** The organisation's members, in the order in which they joined. */
    public Page<OrganisationMember> members(Caller caller, UUID id, PageRequest page) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        find(id);
        List<Membership> rows = memberships.in(id, page.afterId(FIRST), page.limit() + 1);
        Roles known = roles.of(id);
        Map<UUID, Instant> seen = lastSeen(id, rows);
        return Page.of(rows, page.limit(), Membership::id)
                .map(membership ->
                        membership.seen(known, seen.get(membership.person().id())));
    }

    /** Counts up to a thousand. */
    public long countSuspended(Caller caller) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        return sql.first(
                        "SELECT count(*) FROM (SELECT 1 FROM identity.organisation WHERE suspended_at IS NOT NULL LIMIT 1000) suspended",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** For other features in which somebody looks into the organisation's things. @throws Refusal NOT_FOUND where there is no such organisation */
    public void requireKnown(Caller caller, UUID id) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        find(id);
    }

    public OrganisationRecord record(Organisation organisation) {
        UUID by = organisation.decidedBy();
        return organisation.record(
                memberships.countIn(organisation.id()),
                by == null ? null : people.names(List.of(by)).get(by));
    }

    private Map<UUID, Instant> lastSeen(UUID organisationId, List<Membership> members) {
        return sql
                .query(
                        "SELECT person_id, max(last_used_at) AS seen FROM identity.session WHERE organisation_id = ? AND person_id = ANY (?) AND impersonated_by IS NULL GROUP BY person_id",
                        row -> Map.entry(Sql.id(row, "person_id"), Sql.instant(row, "seen")),
                        organisationId,
                        members.stream().map(each -> each.person().id()).toArray(UUID[]::new))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Organisation find(UUID id) {
        Organisation organisation = entities.find(Organisation.class, id);
        if (organisation == null) {
            throw Refusal.notFound("organisations");
        }
        return organisation;
    }
}
