package org.lanerunner.trips;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Uuid7;

/** Finds trips. Every query says by which right the caller sees its rows. */
@ApplicationScoped
class TripRepository {

    private static final String OWN = "(t.organisationId = :me and (:driver is null or t.driverId = :driver))";
    private static final String CARRIER_ACTS =
            "not exists (select 1 from SuspendedCarrier u where u.organisationId = t.organisationId)";
    private static final String MARKET =
            "t.madeForBooking = false and t.status in (PLANNED, IN_PROGRESS) and t.endsAt > :now and " + CARRIER_ACTS;

    @PersistenceContext
    private EntityManager entityManager;

    void add(Trip trip) {
        entityManager.persist(trip);
        entityManager.flush();
    }

    /** Writes the trip with a new version, also where only a row below it changed: its ETag stands for all that is shown. */
    void changed(Trip trip) {
        entityManager.lock(trip, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    Optional<Trip> forUpdate(UUID id) {
        return Optional.ofNullable(entityManager.find(Trip.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Does not lock another organisation's trip: a caller who may not change it does not hold it up either. */
    Optional<Trip> ownForUpdate(Caller caller, UUID id) {
        return entityManager
                .createQuery("select t from Trip t where t.id = :id and t.organisationId = :me", Trip.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<Trip> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Trip.class, id));
    }

    /** All these trips in one query, without stops and segments. */
    List<Trip> all(Collection<UUID> ids) {
        return entityManager
                .createQuery("select t from Trip t where t.id in :ids", Trip.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** @param driver only this driver's trips, or null for the whole organisation's */
    Optional<Trip> own(Caller caller, UUID driver, UUID id) {
        return entityManager
                .createQuery("select t from Trip t where t.id = :id and " + OWN, Trip.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setParameter("driver", driver)
                .getResultStream()
                .findFirst();
    }

    /** A trip that is published, or on which the caller's organisation has booked. */
    Optional<Trip> asOther(Caller caller, UUID id, boolean market, Instant now) {
        String published = market ? " or (" + MARKET + ")" : "";
        var query = entityManager
                .createQuery(
                        "select t from Trip t where t.id = :id and (exists (select r from Reservation r where r.trip = t and r.buyerOrganisationId = :me)"
                                + published + ")",
                        Trip.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId());
        if (market) {
            query.setParameter("now", now);
        }
        return query.getResultStream().findFirst();
    }

    List<Trip> own(Caller caller, UUID driver, TripStatus status, PageRequest page) {
        return withStops(entityManager
                .createQuery(
                        "select t.id from Trip t where t.id < :after and (:status is null or t.status = :status) and "
                                + OWN + " order by t.id desc",
                        UUID.class)
                .setParameter("after", page.afterId(Uuid7.next()))
                .setParameter("me", caller.organisationId())
                .setParameter("driver", driver)
                .setParameter("status", status)
                .setMaxResults(page.limit() + 1)
                .getResultList());
    }

    List<Trip> market(UUID notOf, Equipment equipment, UUID after, int limit, Instant now) {
        return withStops(entityManager
                .createQuery(
                        "select t.id from Trip t where t.id < :after and t.organisationId <> :me"
                                + " and (:equipment is null or t.equipment = :equipment) and " + MARKET
                                + " order by t.id desc",
                        UUID.class)
                .setParameter("after", after)
                .setParameter("me", notOf)
                .setParameter("equipment", equipment)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Planned trips and trips under way, with this equipment, whose time meets a span; for matching. */
    List<Trip> meeting(UUID notOf, Equipment equipment, Instant from, Instant to, int limit) {
        return withStops(entityManager
                .createQuery(
                        "select t.id from Trip t where t.status in (PLANNED, IN_PROGRESS) and t.madeForBooking = false and t.organisationId <> :me"
                                + " and t.equipment = :equipment and t.startsAt < :to and t.endsAt > :from and "
                                + CARRIER_ACTS + " order by t.id desc",
                        UUID.class)
                .setParameter("me", notOf)
                .setParameter("equipment", equipment)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(limit)
                .getResultList());
    }

    /** These trips, whoever owns them. Left out are trips that were made for a booking, which the market never saw, and trips of suspended carriers. */
    List<Trip> posted(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : withStops(entityManager
                        .createQuery(
                                "select t.id from Trip t where t.id in :ids and t.madeForBooking = false and "
                                        + CARRIER_ACTS,
                                UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    Optional<Trip> inProgressOf(UUID driverId) {
        return entityManager
                .createQuery(
                        "select t from Trip t where t.status = IN_PROGRESS and exists (select a from Assignment a where a.trip = t and a.driverId = :driver)"
                                + " order by case when t.driverId = :driver then 0 else 1 end, t.startedAt desc",
                        Trip.class)
                .setParameter("driver", driverId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** True if the trip is an own one and under way. This is read without loading the trip, whose lock may not have been taken yet. */
    boolean underWay(Caller caller, UUID id) {
        return entityManager
                .createQuery(
                        "select t.status from Trip t where t.id = :id and t.organisationId = :me", TripStatus.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .getResultStream()
                .anyMatch(TripStatus.IN_PROGRESS::equals);
    }

    boolean drove(UUID driverId, UUID tripId) {
        return entityManager
                        .createQuery(
                                "select count(a) from Assignment a where a.trip.id = :trip and a.driverId = :driver",
                                Long.class)
                        .setParameter("trip", tripId)
                        .setParameter("driver", driverId)
                        .getSingleResult()
                > 0;
    }

    /** The assignments, oldest first. */
    List<Assignment> assignments(UUID tripId, UUID after, int limit) {
        return entityManager
                .createQuery(
                        "select a from Assignment a where a.trip.id = :trip and a.id > :after order by a.id",
                        Assignment.class)
                .setParameter("trip", tripId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The shifts in their order, as values, since the entities in memory may be out of date. The first has no beginning, the last no end. */
    List<Shift> shifts(UUID tripId) {
        return entityManager
                .createQuery(
                        "select new org.lanerunner.trips.Shift(a.driverId, a.vehicleId, case when a.sequence = 0 then null else a.fromAt end,"
                                + " (select min(n.fromAt) from Assignment n where n.trip = a.trip and n.sequence = a.sequence + 1))"
                                + " from Assignment a where a.trip.id = :trip order by a.sequence",
                        Shift.class)
                .setParameter("trip", tripId)
                .getResultList();
    }

    /**
     * True if the driver is taken: another trip's time on the road meets this trip's. Asking first tells which of the two, driver or vehicle, is taken, which
     * the constraint would not. The assignment in question is therefore kept from being written first, as it would be before any other query.
     */
    boolean driverTaken(Trip trip, UUID driverId) {
        return taken(trip, "a.driverId = :taken", driverId);
    }

    boolean vehicleTaken(Trip trip, UUID vehicleId) {
        return taken(trip, "a.vehicleId = :taken", vehicleId);
    }

    private boolean taken(Trip trip, String what, UUID id) {
        return !entityManager
                .createQuery(
                        "select a.id from Assignment a where a.trip.id <> :trip and " + what
                                + " and a.takenFrom < a.takenUntil and :from < :until and a.takenFrom < :until and :from < a.takenUntil",
                        UUID.class)
                .setParameter("trip", trip.id())
                .setParameter("from", trip.present().takenFrom())
                .setParameter("until", trip.present().takenUntil())
                .setParameter("taken", id)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The capacity left on the segments of these trips, by trip, in one query. */
    Map<UUID, List<Capacity>> remaining(Collection<UUID> ids) {
        return entityManager
                .createQuery("select s from TripSegment s where s.trip.id in :ids", TripSegment.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(TripSegment::tripId, mapping(TripSegment::remaining, toList())));
    }

    List<Trip> withStops(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select distinct t from Trip t left join fetch t.stops where t.id in :ids order by t.id desc",
                        Trip.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
