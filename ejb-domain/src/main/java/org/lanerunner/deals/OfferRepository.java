package org.lanerunner.deals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** Finds offers. Only their two sides see them. */
@ApplicationScoped
class OfferRepository {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    /** An offer that gave way to this one is written before it, since the database holds that one at most is open. */
    void add(Offer offer) {
        entityManager.flush();
        entityManager.persist(offer);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    Optional<Offer> ofParty(Caller caller, UUID id, boolean forUpdate) {
        return entityManager
                .createQuery(
                        "select o from Offer o where o.id = :id and (o.buyerOrganisationId = :me or o.sellerOrganisationId = :me)",
                        Offer.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setLockMode(forUpdate ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .getResultStream()
                .findFirst();
    }

    /** Finds only the load's id. An offer that is read here without a lock would be stale after the wait for the load's lock. */
    Optional<UUID> loadOf(Caller caller, UUID id) {
        return entityManager
                .createQuery(
                        "select o.loadId from Offer o where o.id = :id and (o.buyerOrganisationId = :me or o.sellerOrganisationId = :me)",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .getResultStream()
                .findFirst();
    }

    Optional<Offer> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Offer.class, id));
    }

    /** The organisation on the other side of the offer from the caller. */
    Optional<UUID> otherSide(Caller caller, UUID id) {
        return entityManager
                .createQuery(
                        "select case when o.buyerOrganisationId = :me then o.sellerOrganisationId else o.buyerOrganisationId end from Offer o"
                                + " where o.id = :id and (o.buyerOrganisationId = :me or o.sellerOrganisationId = :me)",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .getResultStream()
                .findFirst();
    }

    /** Some of the open offers that an organisation made or received, each with its load. */
    Map<UUID, UUID> openOf(UUID organisationId, int most) {
        return entityManager
                .createQuery(
                        "select o.id as offer, o.loadId as load from Offer o where o.status = OPEN and (o.buyerOrganisationId = :party or o.sellerOrganisationId = :party)",
                        Tuple.class)
                .setParameter("party", organisationId)
                .setMaxResults(most)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("offer", UUID.class), row -> row.get("load", UUID.class)));
    }

    Optional<Offer> forUpdate(UUID id) {
        return Optional.ofNullable(entityManager.find(Offer.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Finds offers, the newest first. */
    List<Offer> search(Caller caller, OfferSearch search, UUID after, int limit) {
        return found(caller, search, after, "o.id desc", limit);
    }

    /** Finds offers, the open ones first and then those that have ended, each the newest first. */
    List<Offer> openFirst(Caller caller, OfferSearch search, int limit) {
        return found(caller, search, Uuid7.next(), "case when o.status = OPEN then 0 else 1 end, o.id desc", limit);
    }

    private List<Offer> found(Caller caller, OfferSearch search, UUID after, String order, int limit) {
        return entityManager
                .createQuery("""
                        select o from Offer o
                        where (o.buyerOrganisationId = :me or o.sellerOrganisationId = :me) and o.id < :after
                          and (:load is null or o.loadId = :load) and (:trip is null or o.tripId = :trip) and (:status is null or o.status = :status)
                          and (:unfunded = false or (o.unfundedAt is not null and (o.buyerOrganisationId = :me or o.madeByOrganisationId <> :me)))
                          and (:made is null or (:made = true and o.madeByOrganisationId = :me) or (:made = false and o.madeByOrganisationId <> :me))
                        order by\s""" + order, Offer.class)
                .setParameter("me", caller.organisationId())
                .setParameter("after", after)
                .setParameter("load", search.loadId())
                .setParameter("trip", search.tripId())
                .setParameter("status", search.status())
                .setParameter("unfunded", search.unfunded())
                .setParameter(
                        "made", search.direction() == null ? null : search.direction() == OfferView.Direction.MADE)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Notes that an acceptance of an open offer failed since the buyer has too little money.
     *
     * @param anew the buyer is told again if the last time was not after this
     * @return whether the buyer has to be told: of many attempts at once only one says so
     */
    boolean lacksMoney(UUID id, Instant now, Instant anew) {
        String open = " WHERE id = ? AND status = 'OPEN' AND expires_at > ?";
        boolean tell = sql.update(
                        "UPDATE deals.offer SET unfunded_at = ?, unfunded_told_at = ?" + open
                                + " AND (unfunded_told_at IS NULL OR unfunded_told_at <= ?)",
                        now,
                        now,
                        id,
                        now,
                        anew)
                > 0;
        if (!tell) {
            sql.update("UPDATE deals.offer SET unfunded_at = ?" + open, now, id, now);
        }
        return tell;
    }

    /** The open offers on legs, locked in one order, so that two transactions that close them do not wait for each other. */
    List<Offer> openOn(List<UUID> legIds) {
        return entityManager
                .createQuery(
                        "select o from Offer o where o.legId in :legs and o.status = OPEN order by o.id", Offer.class)
                .setParameter("legs", legIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The open offer of the same maker about the same deal, which is leg, carrier and trip. The database holds that there is one at most. */
    Optional<Offer> openLike(Offer offer) {
        return entityManager
                .createQuery("""
                        select o from Offer o
                        where o.status = OPEN and o.legId = :leg and o.madeByOrganisationId = :maker and o.sellerOrganisationId = :seller
                          and (o.tripId = :trip or (:trip is null and o.tripId is null))""", Offer.class)
                .setParameter("leg", offer.legId())
                .setParameter("maker", offer.madeByOrganisationId())
                .setParameter("seller", offer.sellerOrganisationId())
                .setParameter("trip", offer.tripId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    long countOpenOn(UUID loadId) {
        return entityManager
                .createQuery("select count(o) from Offer o where o.loadId = :load and o.status = OPEN", Long.class)
                .setParameter("load", loadId)
                .getSingleResult();
    }

    long countOpenOn(UUID loadId, UUID madeBy) {
        return entityManager
                .createQuery(
                        "select count(o) from Offer o where o.loadId = :load and o.status = OPEN and o.madeByOrganisationId = :maker",
                        Long.class)
                .setParameter("load", loadId)
                .setParameter("maker", madeBy)
                .getSingleResult();
    }

    /** The offers that come after the given one, the longest due first. */
    List<DueItem> due(Instant now, DueItem after, int limit) {
        return entityManager
                .createQuery(
                        "select new org.lanerunner.shared.DueItem(o.id, o.expiresAt) from Offer o where o.status = OPEN and o.expiresAt <= :now"
                                + " and (o.expiresAt > :at or (o.expiresAt = :at and o.id > :id)) order by o.expiresAt, o.id",
                        DueItem.class)
                .setParameter("now", now)
                .setParameter("at", after.dueAt())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }
}
