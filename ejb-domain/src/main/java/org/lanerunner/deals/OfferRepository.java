package org.lanerunner.deals;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Uuid7;

/** Finds offers; only their two sides see them. */
@ApplicationScoped
class OfferRepository {

    @PersistenceContext
    private EntityManager entityManager;

    /** An offer that gave way to it is written first. */
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

    /** Only the id: an offer read here without a lock would be stale after the wait for the load's. */
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

    /** Who has to answer the caller, or be answered by them. */
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

    List<Offer> search(Caller caller, OfferSearch search, PageRequest page) {
        return entityManager
                .createQuery("""
                        select o from Offer o
                        where (o.buyerOrganisationId = :me or o.sellerOrganisationId = :me) and o.id < :after
                          and (:load is null or o.loadId = :load) and (:trip is null or o.tripId = :trip) and (:status is null or o.status = :status)
                          and (:made is null or (:made = true and o.madeByOrganisationId = :me) or (:made = false and o.madeByOrganisationId <> :me))
                        order by o.id desc""", Offer.class)
                .setParameter("me", caller.organisationId())
                .setParameter("after", page.afterId(Uuid7.next()))
                .setParameter("load", search.loadId())
                .setParameter("trip", search.tripId())
                .setParameter("status", search.status())
                .setParameter(
                        "made", search.direction() == null ? null : search.direction() == OfferView.Direction.MADE)
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** The open offers on legs, locked in one order, so that two that close them do not wait for each other. */
    List<Offer> openOn(List<UUID> legIds) {
        return entityManager
                .createQuery(
                        "select o from Offer o where o.legId in :legs and o.status = OPEN order by o.id", Offer.class)
                .setParameter("legs", legIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The open offer of the same maker about the same deal, that is leg, carrier and trip; the database holds that there is one at most. */
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

    /** Those that come after the given one, the longest due first. */
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
