package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/** Finds the members of an organisation. */
@ApplicationScoped
class MembershipRepository {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private RoleRegister roles;

    @Inject
    private Sql sql;

    Optional<Membership> find(UUID organisationId, UUID personId) {
        return find(organisationId, personId, LockModeType.NONE);
    }

    Optional<Membership> locked(UUID organisationId, UUID personId) {
        return find(organisationId, personId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks several memberships, in the order in which every transaction locks them. */
    List<Membership> locked(UUID organisationId, Collection<UUID> personIds) {
        return entities.createQuery(
                        "select m from Membership m where m.organisation.id = :organisation and m.person.id in :persons order by m.id",
                        Membership.class)
                .setParameter("organisation", organisationId)
                .setParameter("persons", personIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** All memberships of a person, in the order in which they joined. */
    List<Membership> of(UUID personId) {
        return entities.createQuery(
                        "select m from Membership m where m.person.id = :person order by m.joinedAt, m.id",
                        Membership.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /** The members in the order in which they joined, after the given one. */
    List<Membership> in(UUID organisationId, UUID after, int most) {
        return entities.createQuery(
                        "select m from Membership m where m.organisation.id = :organisation and m.id > :after order by m.id",
                        Membership.class)
                .setParameter("organisation", organisationId)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** So many members who hold one of the roles, in the order in which they joined. */
    List<Membership> holding(UUID organisationId, Collection<String> codes, int most) {
        return entities.createQuery(
                        "select m from Membership m where m.organisation.id = :organisation and exists (select 1 from m.roles r where r in :codes) order by m.joinedAt, m.id",
                        Membership.class)
                .setParameter("organisation", organisationId)
                .setParameter("codes", codes)
                .setMaxResults(most)
                .getResultList();
    }

    /** Ends a membership. It stays known until when it lasted. */
    void end(Membership membership, Instant now) {
        entities.remove(membership);
        sql.update(
                "INSERT INTO identity.past_membership (person_id, organisation_id, ended_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (person_id, organisation_id) DO UPDATE SET ended_at = excluded.ended_at",
                membership.person().id(),
                membership.organisation().id(),
                now);
    }

    /**
     * Until when a person belonged to each organisation; {@link Instant#MAX} for the present ones. One statement reads both, so that a membership that ends at
     * this moment is found either among the present or among the former.
     */
    Map<UUID, Instant> lastedUntil(UUID personId) {
        Map<UUID, Instant> until = new HashMap<>();
        sql.query(
                        "SELECT organisation_id, ended_at FROM identity.past_membership WHERE person_id = ?"
                                + " UNION ALL SELECT organisation_id, NULL FROM identity.membership WHERE person_id = ?",
                        row -> Map.entry(
                                Sql.id(row, "organisation_id"),
                                Optional.ofNullable(Sql.instant(row, "ended_at"))
                                        .orElse(Instant.MAX)),
                        personId,
                        personId)
                .forEach(one -> until.merge(one.getKey(), one.getValue(), (a, b) -> a.isAfter(b) ? a : b));
        return until;
    }

    /** True if this person may invite and manage members as things are now, whatever a token says. */
    boolean manages(UUID organisationId, UUID personId) {
        return find(organisationId, personId)
                .filter(membership ->
                        roles.present().grantsOf(membership.roles()).may(IdentityPermissions.ORGANISATION_MANAGE))
                .isPresent();
    }

    long countIn(UUID organisationId) {
        return entities.createQuery(
                        "select count(m) from Membership m where m.organisation.id = :organisation", Long.class)
                .setParameter("organisation", organisationId)
                .getSingleResult();
    }

    long countOf(UUID personId) {
        return entities.createQuery("select count(m) from Membership m where m.person.id = :person", Long.class)
                .setParameter("person", personId)
                .getSingleResult();
    }

    private Optional<Membership> find(UUID organisationId, UUID personId, LockModeType lock) {
        return entities.createQuery(
                        "select m from Membership m where m.organisation.id = :organisation and m.person.id = :person",
                        Membership.class)
                .setParameter("organisation", organisationId)
                .setParameter("person", personId)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
