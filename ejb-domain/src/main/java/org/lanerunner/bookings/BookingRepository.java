package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Uuid7;

/** Finds bookings. Only their two parties see them, and a driver sees only those of the own trips. */
@ApplicationScoped
class BookingRepository {

    static final String PARTY =
            "(b.buyerOrganisationId = :me or b.sellerOrganisationId = :me) and (:driven is null or (b.driverId = :driven and b.sellerOrganisationId = :me))";

    @PersistenceContext
    private EntityManager entityManager;

    void add(Booking booking) {
        entityManager.persist(booking);
        entityManager.flush();
    }

    /** Writes the booking with a new version, also where only a row below it changed: its ETag stands for all that is shown. */
    void changed(Booking booking) {
        entityManager.lock(booking, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    /** Finds only the load's id, so that its lock can be taken before the booking is read. */
    Optional<UUID> loadOf(Caller caller, UUID driven, UUID id) {
        return entityManager
                .createQuery("select b.loadId from Booking b where b.id = :id and " + PARTY, UUID.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setParameter("driven", driven)
                .getResultStream()
                .findFirst();
    }

    /** The trip that carries a booking of this seller. Empty also for a broker's booking, which has no trip. */
    Optional<UUID> tripSoldBy(UUID sellerOrganisationId, UUID id) {
        return entityManager
                .createQuery(
                        "select b.tripId from Booking b where b.id = :id and b.sellerOrganisationId = :me and b.tripId is not null",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("me", sellerOrganisationId)
                .getResultStream()
                .findFirst();
    }

    Optional<UUID> loadOf(UUID id) {
        return entityManager
                .createQuery("select b.loadId from Booking b where b.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The booking's seller, and the record under which that seller has the driver; empty without a driver. */
    Optional<Tuple> driverOf(UUID id) {
        return entityManager
                .createQuery(
                        "select b.sellerOrganisationId, b.driverId from Booking b where b.id = :id and b.driverId is not null",
                        Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Booking> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Booking.class, id));
    }

    Optional<Booking> forUpdate(UUID id) {
        return Optional.ofNullable(entityManager.find(Booking.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The newest unsettled booking with each counterpart, however many others lie in between. The newest of all comes first; their stops are not loaded. */
    @SuppressWarnings("unchecked")
    List<Booking> newestUnsettledOf(UUID organisationId, int mostCounterparts) {
        return entityManager
                .createNativeQuery("""
                        SELECT * FROM bookings.booking WHERE id IN (
                            SELECT DISTINCT ON (counterpart) id FROM (
                                SELECT id, seller_organisation_id AS counterpart FROM bookings.booking
                                WHERE buyer_organisation_id = :party AND status NOT IN ('SETTLED', 'REFUNDED', 'CANCELLED')
                                UNION ALL
                                SELECT id, buyer_organisation_id FROM bookings.booking
                                WHERE seller_organisation_id = :party AND status NOT IN ('SETTLED', 'REFUNDED', 'CANCELLED')
                            ) unsettled ORDER BY counterpart, id DESC)
                        ORDER BY id DESC""", Booking.class)
                .setParameter("party", organisationId)
                .setMaxResults(mostCounterparts)
                .getResultList();
    }

    /** The booking that carries a broker's and is not cancelled. */
    Optional<Booking> carryingForUpdate(UUID brokersId) {
        return entityManager
                .createQuery(
                        "select b from Booking b where b.upstreamBookingId = :brokers and b.status <> CANCELLED",
                        Booking.class)
                .setParameter("brokers", brokersId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The times when the money of these bookings went to their sellers. Bookings whose money has not gone yet are left out. */
    Map<UUID, Instant> settledAt(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select b.id as booking, b.settledAt as settled from Booking b where b.id in :ids and b.settledAt is not null",
                                Tuple.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                row -> row.get("booking", UUID.class), row -> row.get("settled", Instant.class)));
    }

    /** For each broker's booking, the booking that carries it and is not cancelled. */
    Map<UUID, UUID> carrying(Collection<UUID> brokersIds) {
        return brokersIds.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select b.upstreamBookingId as brokers, b.id as carriers from Booking b"
                                        + " where b.upstreamBookingId in :brokers and b.status <> CANCELLED",
                                Tuple.class)
                        .setParameter("brokers", brokersIds)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                row -> row.get("brokers", UUID.class), row -> row.get("carriers", UUID.class)));
    }

    /** For each booking, its two sides and those of the booking that carries it or that it carries, with the time when the first of these was agreed. */
    Map<UUID, PartiesAround> partiesAround(Collection<UUID> ids) {
        return entityManager
                .createQuery(
                        "select b.id as booking, o.buyerOrganisationId as buyer, o.sellerOrganisationId as seller, o.road.agreedAt as agreed from Booking b"
                                + " join Booking o on o.id = b.id or o.id = b.upstreamBookingId or (o.upstreamBookingId = b.id and o.status <> CANCELLED)"
                                + " where b.id in :ids",
                        Tuple.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get("booking", UUID.class),
                        row -> new PartiesAround(
                                Set.of(row.get("buyer", UUID.class), row.get("seller", UUID.class)),
                                row.get("agreed", Instant.class)),
                        PartiesAround::and));
    }

    /** A booking that carries for a broker from whom the caller's organisation bought: the proof of its delivery proves the delivery to that buyer, too. */
    Optional<Booking> carryingFor(Caller caller, UUID id) {
        return entityManager
                .createQuery(
                        "select b from Booking b join Booking u on u.id = b.upstreamBookingId where b.id = :id and u.buyerOrganisationId = :me"
                                + " and b.status <> CANCELLED",
                        Booking.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .getResultStream()
                .findFirst();
    }

    Optional<Booking> ofParty(Caller caller, UUID driven, UUID id) {
        return entityManager
                .createQuery("select b from Booking b where b.id = :id and " + PARTY, Booking.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setParameter("driven", driven)
                .getResultStream()
                .findFirst();
    }

    List<Booking> search(Caller caller, UUID driven, BookingStatus status, UUID tripId, PageRequest page) {
        List<UUID> ids = entityManager
                .createQuery(
                        "select b.id from Booking b where b.id < :after and (:status is null or b.status = :status) and (:trip is null or b.tripId = :trip) and "
                                + PARTY + " order by b.id desc",
                        UUID.class)
                .setParameter("after", page.afterId(Uuid7.next()))
                .setParameter("status", status)
                .setParameter("trip", tripId)
                .setParameter("me", caller.organisationId())
                .setParameter("driven", driven)
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return ids.isEmpty() ? List.of() : withStops("b.id in :key order by b.id desc", ids);
    }

    /** The tellings, oldest first, one more than the limit. */
    List<Telling> tellings(UUID bookingId, UUID after, int limit) {
        return entityManager
                .createQuery(
                        "select t from Telling t where t.booking.id = :booking and t.id > :after order by t.id",
                        Telling.class)
                .setParameter("booking", bookingId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    long tellings(UUID bookingId) {
        return entityManager
                .createQuery("select count(t) from Telling t where t.booking.id = :booking", Long.class)
                .setParameter("booking", bookingId)
                .getSingleResult();
    }

    /** The earliest dispatch on the trip that is in force, also of bookings that are delivered. */
    Optional<Instant> firstDispatchOn(UUID tripId) {
        return Optional.ofNullable(entityManager
                .createQuery(
                        "select min(b.road.dispatchedAt) from Booking b where b.tripId = :trip and b.status <> CANCELLED",
                        Instant.class)
                .setParameter("trip", tripId)
                .getSingleResult());
    }

    List<Booking> ofTrip(UUID tripId) {
        return withStops("b.tripId = :key and b.status <> CANCELLED order by b.loadId", tripId);
    }

    /** The loads, in the order in which several are locked. */
    List<UUID> loadsOn(UUID tripId, UUID sellerOrganisationId) {
        return entityManager
                .createQuery(
                        "select b.loadId from Booking b where b.tripId = :trip and b.sellerOrganisationId = :seller and b.status <> CANCELLED order by b.loadId",
                        UUID.class)
                .setParameter("trip", tripId)
                .setParameter("seller", sellerOrganisationId)
                .getResultList();
    }

    /** The bookings whose release is due, from the one after the given item on, the longest due first. */
    List<DueItem> releaseDue(Instant now, DueItem after, int limit) {
        return entityManager
                .createQuery(
                        "select new org.lanerunner.shared.DueItem(b.id, b.releaseDueAt) from Booking b where b.status = DELIVERED and b.releaseDueAt <= :now"
                                + " and not exists (select 1 from SuspendedSeller u where u.organisationId = b.sellerOrganisationId)"
                                + " and (b.releaseDueAt > :at or (b.releaseDueAt = :at and b.id > :id)) order by b.releaseDueAt, b.id",
                        DueItem.class)
                .setParameter("now", now)
                .setParameter("at", after.dueAt())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }

    private List<Booking> withStops(String whereAndOrder, Object key) {
        return entityManager
                .createQuery(
                        "select distinct b from Booking b left join fetch b.road.stops where " + whereAndOrder,
                        Booking.class)
                .setParameter("key", key)
                .getResultList();
    }
}
