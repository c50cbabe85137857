package org.lanerunner.loads;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    public static OfferedLeg offered(CargoMode mode, int kilograms, Site from, Site to) {
        return only(load(UUID.randomUUID(), mode, kilograms, from, to)).offered();
    }

    public static OfferedLeg offered(PlannedStop... stops) {
        Load load = new Load(UUID.randomUUID(), plan(stops), true, NOW);
        load.post(NOW);
        return only(load).offered();
    }

    /** The one leg of a load that is not split. */
    static Leg only(Load load) {
        return load.legs().iterator().next();
    }

    /** An open load from Chicago by Denver, where it changes the carrier, to Salt Lake City. */
    static Load inTwoLegs(UUID owner) {
        Load load = new Load(owner, twoLegs(), true, NOW);
        load.post(NOW);
        return load;
    }

    static LoadPlan twoLegs() {
        List<PlannedStop> first = List.of(
                stop(StopKind.PICKUP, CHICAGO, NOW.plus(Duration.ofHours(2)), Duration.ofHours(4)),
                stop(StopKind.DELIVERY, DENVER, NOW.plus(Duration.ofHours(20)), Duration.ofHours(8)));
        List<PlannedStop> second = List.of(
                stop(StopKind.PICKUP, DENVER, NOW.plus(Duration.ofHours(28)), Duration.ofHours(8)),
                stop(StopKind.DELIVERY, SALT_LAKE_CITY, NOW.plus(Duration.ofHours(48)), Duration.ofHours(8)));
        List<PlannedStop> all = Stream.concat(first.stream(), second.stream()).toList();
        return new LoadPlan(
                Equipment.DRY_VAN,
                CargoMode.FULL,
                kilograms(9000),
                "Paper",
                "Ring twice",
                all,
                List.of(new PlannedLeg(0, first, 1_500_000), new PlannedLeg(2, second, 800_000)),
                null,
                "USD",
                2_300_000);
    }

    /** Without a fixed price. */
    public static OfferedLeg offeredForBids(Site from, Site to) {
        Load load = new Load(UUID.randomUUID(), planForBids(from, to), true, NOW);
        load.post(NOW);
        return only(load).offered();
    }

    /** Its carriage is sold by somebody without a vehicle, who has found no carrier yet. */
    public static OfferedLeg brokered(UUID broker, UUID booking) {
        Leg leg = only(load(UUID.randomUUID(), CargoMode.FULL, 9000, CHICAGO, DENVER));
        leg.cover(booking, broker, true, NOW);
        return leg.offered();
    }

    /** Written two hours after its first window had begun. */
    public static OfferedLeg offeredLate(Site from, Site to) {
        Instant late = NOW.plus(Duration.ofHours(4));
        Load load = new Load(UUID.randomUUID(), planForBids(from, to), true, late);
        load.post(late);
        return only(load).offered();
    }

    public static OfferedLeg draft(Site from, Site to) {
        return only(new Load(UUID.randomUUID(), planForBids(from, to), true, NOW))
                .offered();
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
                Equipment.DRY_VAN,
                mode,
                kilograms(kilograms),
                "Paper",
                "Ring twice",
                stops,
                List.of(new PlannedLeg(0, stops, 1_500_000)),
                price,
                "USD",
                1_500_000);
    }
}
