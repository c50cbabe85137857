package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.places.Circle;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.places.UnitVector;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Uuid7;

/** Finds loads. Every query says by which right the caller sees its rows. */
@ApplicationScoped
class LoadRepository {

    /** The distance straight through the Earth between a point and a leg's first pickup, as the market knows it; squared, in radii. */
    private static final String CHORD_SQUARED =
            "((g.originX - :x) * (g.originX - :x) + (g.originY - :y) * (g.originY - :y)"
                    + " + (g.originZ - :z) * (g.originZ - :z))";

    private static final String OPEN_LEG = "g.status = OPEN and g.expiresAt > :now";

    private static final String OWNER_ACTS =
            "not exists (select 1 from SuspendedOwner u where u.organisationId = l.organisationId)";

    private static final String BROKER_ACTS =
            "not exists (select 1 from SuspendedOwner u where u.organisationId = g.carrierOrganisationId)";

    /** The hint for what a query reads in the same statement, even a collection inside a collection. */
    private static final String READ_WITH = "jakarta.persistence.loadgraph";

    @PersistenceContext
    private EntityManager entityManager;

    void add(Load load) {
        entityManager.persist(load);
    }

    /** Writes the load with a new version, also where only a row below it changed: its ETag stands for all that is shown. */
    void changed(Load load) {
        entityManager.lock(load, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entityManager.flush();
    }

    /** The load's status has followed a change of a leg. Where the status is the same as before, the change still makes a new version. */
    void followed(Load load, LoadStatus before) {
        if (load.status() == before) {
            changed(load);
        }
    }

    void flush() {
        entityManager.flush();
    }

    /**
     * A load of the caller's own organisation, locked for a change. It does not lock another organisation's load: a caller who may not change it does not hold
     * it up either.
     */
    Optional<Load> ownForUpdate(Caller caller, UUID id) {
        return entityManager
                .createQuery("select l from Load l where l.id = :id and l.organisationId = :me", Load.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<Load> forUpdate(UUID id) {
        return Optional.ofNullable(entityManager.find(Load.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Load> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Load.class, id));
    }

    /** The load of a leg, so that it can be locked before the leg is looked at. */
    Optional<UUID> loadOf(UUID legId) {
        return entityManager
                .createQuery("select g.load.id from Leg g where g.id = :id", UUID.class)
                .setParameter("id", legId)
                .getResultStream()
                .findFirst();
    }

    /** These legs with their loads, in one query. A leg that its load has no more is left out. */
    List<Leg> legs(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : wholeOf("l.id in (select g.load.id from Leg g where g.id in :ids)", ids).stream()
                        .flatMap(load -> load.legs().stream())
                        .filter(leg -> ids.contains(leg.id()))
                        .toList();
    }

    /**
     * A load with legs and stops, in one query. It is the caller's own, or has a leg that the caller's organisation carries; or it is published, with a leg
     * that is open or whose broker looks for a carrier, and is not over, and the caller may see the market.
     */
    Optional<Load> visible(Caller caller, UUID id, Instant now) {
        return entityManager
                .createQuery(
                        "select l from Load l where l.id = :id and (l.organisationId = :me"
                                + " or exists (select 1 from Leg g where g.load = l and (g.carrierOrganisationId = :me or g.haulerOrganisationId = :me))"
                                + " or (:market = true and exists (select 1 from Leg g where g.load = l and ("
                                + OPEN_LEG + " and " + OWNER_ACTS
                                + " or (g.brokered = true and g.haulerOrganisationId is null and g.expiresAt > :now and "
                                + BROKER_ACTS + ")))))",
                        Load.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setParameter("market", caller.may(LoadPermissions.MARKET_VIEW))
                .setParameter("now", now)
                .setHint(READ_WITH, whole())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Loads, newest first; one row more than the page holds. Place and time are asked of one and the same leg, which on the market is an open one. */
    List<Load> search(Caller caller, LoadSearch search, PageRequest page, Instant now) {
        List<String> load = new ArrayList<>(List.of("l.id < :after"));
        List<String> leg = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        values.put("after", page.afterId(Uuid7.next()));
        values.put("me", caller.organisationId());
        if (search.scope() == LoadSearch.Scope.OWN) {
            load.add("l.organisationId = :me");
        } else {
            load.add("l.status = OPEN and l.organisationId <> :me and " + OWNER_ACTS);
            leg.add(OPEN_LEG);
            values.put("now", now);
        }
        if (search.status() != null) {
            load.add("l.status = :status");
            values.put("status", search.status());
        }
        narrow(search, load, leg, values);
        if (!leg.isEmpty()) {
            load.add("exists (select 1 from Leg g where g.load = l and " + String.join(" and ", leg) + ")");
        }
        String where = " where " + String.join(" and ", load);
        return all(ids("select l.id from Load l" + where + " order by l.id desc", values, page.limit() + 1));
    }

    /** Open legs of others' loads whose first pickup lies near a point and whose windows meet a span of time; for matching. Their loads are read as a whole. */
    List<Leg> openNear(UUID notOf, LoadSearch search, int limit, Instant now) {
        List<String> where = new ArrayList<>(List.of("l.organisationId <> :me", OPEN_LEG, OWNER_ACTS));
        Map<String, Object> values = new HashMap<>(Map.of("now", now, "me", notOf));
        narrow(search, where, where, values);
        Set<UUID> legs = new HashSet<>(ids(
                "select g.id from Leg g join g.load l where " + String.join(" and ", where)
                        + " order by l.id desc, g.sequence",
                values,
                limit));
        return legs(legs);
    }

    /** These loads, whoever owns them. Left out are drafts, which the market never saw, and loads of suspended owners. */
    List<Load> posted(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : wholeOf("l.id in :ids and l.status <> DRAFT and " + OWNER_ACTS, ids);
    }

    /** Open legs whose time is over, after the given one, the longest due first. */
    List<DueItem> due(Instant now, DueItem after, int limit) {
        return entityManager
                .createQuery(
                        "select new org.lanerunner.shared.DueItem(g.id, g.expiresAt) from Leg g where g.status = OPEN and g.expiresAt <= :now"
                                + " and (g.expiresAt > :at or (g.expiresAt = :at and g.id > :id)) order by g.expiresAt, g.id",
                        DueItem.class)
                .setParameter("now", now)
                .setParameter("at", after.dueAt())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }

    /** @param load conditions on the load l, @param leg conditions on its leg g */
    private static void narrow(LoadSearch search, List<String> load, List<String> leg, Map<String, Object> values) {
        if (search.equipment() != null) {
            load.add("l.equipment = :equipment");
            values.put("equipment", search.equipment());
        }
        if (search.from() != null) {
            leg.add("g.expiresAt > :from");
            values.put("from", search.from());
        }
        if (search.to() != null) {
            leg.add("g.firstWindowStart < :to");
            values.put("to", search.to());
        }
        if (search.near() != null) {
            leg.add(within(search.near(), values));
        }
    }

    /** An index can look for the box only; the distance decides. */
    private static String within(Circle circle, Map<String, Object> values) {
        Circle.Box box = circle.box();
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
        return "g.originLatitude between :south and :north and (g.originLongitude >= :west "
                + (box.crossesDateLine() ? "or" : "and") + " g.originLongitude <= :east) and " + CHORD_SQUARED
                + " <= :chordSquared";
    }

    private List<UUID> ids(String query, Map<String, Object> values, int limit) {
        var ids = entityManager.createQuery(query, UUID.class);
        values.forEach(ids::setParameter);
        return ids.setMaxResults(limit).getResultList();
    }

    private EntityGraph<Load> whole() {
        EntityGraph<Load> graph = entityManager.createEntityGraph(Load.class);
        graph.addSubgraph("legs").addAttributeNodes("stops");
        return graph;
    }

    /** These loads with legs and stops, in one query. */
    List<Load> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : wholeOf("l.id in :ids", ids);
    }

    /** Loads with legs and stops, newest first. */
    private List<Load> wholeOf(String where, Collection<UUID> ids) {
        return entityManager
                .createQuery("select distinct l from Load l where " + where + " order by l.id desc", Load.class)
                .setHint(READ_WITH, whole())
                .setParameter("ids", ids)
                .getResultList();
    }
}
