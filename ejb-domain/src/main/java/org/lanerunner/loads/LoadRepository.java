package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.places.Circle;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.places.UnitVector;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Uuid7;

/** Finds loads; every query says by which right the caller sees its rows. */
@ApplicationScoped
class LoadRepository {

    /** Straight through the Earth between a load's first pickup, as the market knows it, and a point; squared, in radii. */
    private static final String CHORD_SQUARED =
            "((l.originX - :x) * (l.originX - :x) + (l.originY - :y) * (l.originY - :y)"
                    + " + (l.originZ - :z) * (l.originZ - :z))";

    @PersistenceContext
    private EntityManager entityManager;

    void add(Load load) {
        entityManager.persist(load);
    }

    /** Writes it with a new version, also where only a row below it changed: its ETag stands for all that is shown. */
    void changed(Load load) {
        entityManager.lock(load, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    /** A load of the caller's own organisation, locked for a change. */
    Optional<Load> ownForUpdate(Caller caller, UUID id) {
        return Optional.ofNullable(entityManager.find(Load.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(load -> load.organisationId().equals(caller.organisationId()));
    }

    Optional<Load> forUpdate(UUID id) {
        return Optional.ofNullable(entityManager.find(Load.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Load> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Load.class, id));
    }

    /** With stops and legs, in one query: own, carried by the caller's organisation, or published (open and not over) to who may see the market. */
    Optional<Load> visible(Caller caller, UUID id, Instant now) {
        return entityManager
                .createQuery(
                        "select l from Load l join fetch l.stops join fetch l.legs where l.id = :id and (l.organisationId = :me"
                                + " or l.carrierOrganisationId = :me or (:market = true and l.status = OPEN and l.expiresAt > :now))",
                        Load.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setParameter("market", caller.may(Permission.MARKET_VIEW))
                .setParameter("now", now)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Newest first; one row more than the page holds. */
    List<Load> search(Caller caller, LoadSearch search, PageRequest page, Instant now) {
        StringBuilder where = new StringBuilder(" where l.id < :after");
        Map<String, Object> values = new HashMap<>();
        values.put("after", page.afterId(Uuid7.next()));
        values.put("me", caller.organisationId());
        if (search.scope() == LoadSearch.Scope.OWN) {
            where.append(" and l.organisationId = :me");
        } else {
            where.append(" and l.status = OPEN and l.expiresAt > :now and l.organisationId <> :me");
            values.put("now", now);
        }
        if (search.status() != null) {
            where.append(" and l.status = :status");
            values.put("status", search.status());
        }
        narrow(search, where, values);
        return list(where, values, page.limit() + 1);
    }

    /** Open loads whose first pickup lies near a point and whose windows meet a span of time; for matching. */
    List<Load> openNear(UUID notOf, LoadSearch search, int limit, Instant now) {
        StringBuilder where =
                new StringBuilder(" where l.status = OPEN and l.expiresAt > :now and l.organisationId <> :me");
        Map<String, Object> values = new HashMap<>(Map.of("now", now, "me", notOf));
        narrow(search, where, values);
        return list(where, values, limit);
    }

    /** Those that come after the given one, the longest due first. */
    List<DueItem> due(Instant now, DueItem after, int limit) {
        return entityManager
                .createQuery(
                        "select new org.lanerunner.shared.DueItem(l.id, l.expiresAt) from Load l where l.status = OPEN and l.expiresAt <= :now"
                                + " and (l.expiresAt > :at or (l.expiresAt = :at and l.id > :id)) order by l.expiresAt, l.id",
                        DueItem.class)
                .setParameter("now", now)
                .setParameter("at", after.dueAt())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }

    private static void narrow(LoadSearch search, StringBuilder where, Map<String, Object> values) {
        if (search.equipment() != null) {
            where.append(" and l.equipment = :equipment");
            values.put("equipment", search.equipment());
        }
        if (search.from() != null) {
            where.append(" and l.expiresAt > :from");
            values.put("from", search.from());
        }
        if (search.to() != null) {
            where.append(" and l.firstWindowStart < :to");
            values.put("to", search.to());
        }
        if (search.near() != null) {
            within(search.near(), where, values);
        }
    }

    /** The box is what an index can look for; the distance decides. */
    private static void within(Circle circle, StringBuilder where, Map<String, Object> values) {
        Circle.Box box = circle.box();
        where.append(" and l.originLatitude between :south and :north and (l.originLongitude >= :west ")
                .append(box.crossesDateLine() ? "or" : "and")
                .append(" l.originLongitude <= :east) and ")
                .append(CHORD_SQUARED)
                .append(" <= :chordSquared");
        values.put("south", box.south());
        values.put("north", box.north());
        values.put("west", box.west());
        values.put("east", box.east());
        UnitVector centre = UnitVector.of(circle.latitude(), circle.longitude());
        values.put("x", centre.x());
        values.put("y", centre.y());
        values.put("z", centre.z());
        double chord = 2 * Math.sin(circle.radiusMeters() / GreatCircle.EARTH_RADIUS_METERS / 2);
        values.put("chordSquared", chord * chord);
    }

    private List<Load> list(StringBuilder where, Map<String, Object> values, int limit) {
        var ids = entityManager.createQuery("select l.id from Load l" + where + " order by l.id desc", UUID.class);
        values.forEach(ids::setParameter);
        List<UUID> found = ids.setMaxResults(limit).getResultList();
        if (found.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select distinct l from Load l left join fetch l.stops where l.id in :ids order by l.id desc",
                        Load.class)
                .setParameter("ids", found)
                .getResultList();
    }
}
