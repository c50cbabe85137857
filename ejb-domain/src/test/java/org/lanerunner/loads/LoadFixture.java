package org.lanerunner.loads;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.SiteTime;

/** Loads between Chicago, Denver and Salt Lake City for tests. */
public final class LoadFixture {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final Site CHICAGO =
            new Site("city:4887398", "Chicago", "IL", "US", 41.85, -87.65, "America/Chicago", false);
    public static final Site DENVER =
            new Site("city:5419384", "Denver", "CO", "US", 39.74, -104.98, "America/Denver", false);
    public static final Site SALT_LAKE_CITY =
            new Site("city:5780993", "Salt Lake City", "UT", "US", 40.76, -111.89, "America/Denver", false);

    private LoadFixture() {}

    public static Capacity kilograms(int weight) {
        return new Capacity(BigDecimal.valueOf(weight), null, null, null, null);
    }

    public static PlannedStop stop(StopKind kind, Site site, Instant start, Duration length) {
        return new PlannedStop(
                kind,
                site,
                "1 Dock Street",
                "Ada",
                "+1 555",
                SiteTime.at(start, site.zone()),
                SiteTime.at(start.plus(length), site.zone()),
                FenceSettings.DEFAULT);
    }

    public static OfferedLoad offered(CargoMode mode, int kilograms, Site from, Site to) {
        return load(UUID.randomUUID(), mode, kilograms, from, to).offered();
    }

    public static OfferedLoad offered(PlannedStop... stops) {
        Load load = new Load(UUID.randomUUID(), plan(stops), true, NOW);
        load.post(NOW);
        return load.offered();
    }

    /** Without a fixed price. */
    public static OfferedLoad offeredForBids(Site from, Site to) {
        Load load = new Load(UUID.randomUUID(), planForBids(from, to), true, NOW);
        load.post(NOW);
        return load.offered();
    }

    public static OfferedLoad draft(Site from, Site to) {
        return new Load(UUID.randomUUID(), planForBids(from, to), true, NOW).offered();
    }

    static Load load(UUID owner, CargoMode mode, int kilograms, Site from, Site to) {
        Load load = new Load(owner, plan(mode, kilograms, from, to), true, NOW);
        load.post(NOW);
        return load;
    }

    static LoadPlan plan(CargoMode mode, int kilograms, Site from, Site to) {
        return plan(mode, kilograms, stops(from, to), Money.of("2000.00", "USD"));
    }

    private static LoadPlan planForBids(Site from, Site to) {
        return plan(CargoMode.FULL, 9000, stops(from, to), null);
    }

    private static List<PlannedStop> stops(Site from, Site to) {
        return List.of(
                stop(StopKind.PICKUP, from, NOW.plus(Duration.ofHours(2)), Duration.ofHours(4)),
                stop(StopKind.DELIVERY, to, NOW.plus(Duration.ofHours(20)), Duration.ofHours(8)));
    }

    static LoadPlan plan(PlannedStop... stops) {
        return plan(CargoMode.FULL, 9000, List.of(stops), Money.of("2000.00", "USD"));
    }

    private static LoadPlan plan(CargoMode mode, int kilograms, List<PlannedStop> stops, Money price) {
        return new LoadPlan(
                Equipment.DRY_VAN, mode, kilograms(kilograms), "Paper", "Ring twice", stops, price, "USD", 1_500_000);
    }
}
