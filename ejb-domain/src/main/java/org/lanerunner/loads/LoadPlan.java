package org.lanerunner.loads;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Geography;
import org.lanerunner.places.Site;
import org.lanerunner.places.Sites;
import org.lanerunner.shared.LateEntry;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.SiteTime;
import org.lanerunner.shared.Text;

/**
 * A load request that was checked: its places are found, its windows are in order, its cargo is above zero. Refused are windows that end before or when they
 * start, that are longer than two months, that began more than a month ago or end more than a year ahead; a delivery that can't follow its pickup or is over
 * already; both or neither of price and bids; and one price for several legs.
 */
record LoadPlan(
        Equipment equipment,
        CargoMode mode,
        Capacity cargo,
        String commodity,
        String notes,
        List<PlannedStop> stops,
        List<PlannedLeg> legs,
        Money price,
        String currency,
        long distanceMeters) {

    private static final int MOST_STOPS = 20;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(62);
    private static final Duration FARTHEST = Duration.ofDays(366);

    static LoadPlan of(LoadRequest request, Sites sites, Geography geography, Instant now) {
        if (request.equipment() == null) {
            throw Refusal.invalid("/equipment", "Say which equipment is needed.");
        }
        if ((request.price() == null) == (request.bids() == null)) {
            throw Refusal.invalid("/price", "Name either a price or bids, not both.");
        }
        if (request.price() != null && !request.price().positive()) {
            throw Refusal.invalid("/price", "The price is above zero.");
        }
        String currency = Money.zero(request.currency()).currency();
        Capacity cargo = cargo(request.cargo());
        List<PlannedStop> stops = stops(request.stops(), sites, now);
        List<PlannedLeg> legs = PlannedLeg.of(request.legs(), stops, geography);
        if (legs.size() > 1 && request.price() != null) {
            throw Refusal.invalid("/price", "Each leg has a price of its own: ask for bids.");
        }
        return new LoadPlan(
                request.equipment(),
                request.mode() == null ? CargoMode.FULL : request.mode(),
                cargo,
                Text.optional(request.commodity(), 200, "/commodity"),
                Text.optional(request.notes(), 2000, "/notes"),
                stops,
                legs,
                request.price(),
                currency,
                PlannedLeg.along(stops, geography));
    }

    Site origin() {
        return stops.get(0).site();
    }

    Site destination() {
        return stops.get(stops.size() - 1).site();
    }

    Instant firstWindowStart() {
        return stops.get(0).windowStart().instant();
    }

    private static Capacity cargo(Capacity cargo) {
        if (cargo == null) {
            throw Refusal.invalid("/cargo", "Say what moves: at least its weight.");
        }
        cargo.checked("/cargo");
        boolean weight =
                cargo.weightKilograms() != null && cargo.weightKilograms().signum() > 0;
        boolean people = cargo.seats() != null && cargo.seats() > 0;
        if (!weight && !people) {
            throw Refusal.invalid("/cargo/weightKilograms", "The weight is above zero.");
        }
        return cargo;
    }

    private static List<PlannedStop> stops(List<LoadRequest.Stop> requested, Sites sites, Instant now) {
        if (requested == null || requested.size() < 2) {
            throw Refusal.invalid("/stops", "At least a pickup and a delivery are needed.");
        }
        if (requested.size() > MOST_STOPS) {
            throw Refusal.invalid("/stops", "At most " + MOST_STOPS + " stops are possible.")
                    .beyond(Limit.STOPS);
        }
        List<PlannedStop> stops = new ArrayList<>();
        for (LoadRequest.Stop stop : requested) {
            stops.add(stop(stop, "/stops/" + stops.size(), sites, now));
        }
        if (stops.get(0).kind() != StopKind.PICKUP) {
            throw Refusal.invalid("/stops/0/kind", "The first stop is a pickup.");
        }
        if (stops.get(stops.size() - 1).kind() != StopKind.DELIVERY) {
            throw Refusal.invalid("/stops/" + (stops.size() - 1) + "/kind", "The last stop is a delivery.");
        }
        for (int i = 1; i < stops.size(); i++) {
            if (!stops.get(i)
                    .windowEnd()
                    .instant()
                    .isAfter(stops.get(i - 1).windowStart().instant())) {
                throw Refusal.invalid(
                        "/stops/" + i + "/windowEnd", "This stop would be over before the stop before it begins.");
            }
        }
        return stops;
    }

    private static PlannedStop stop(LoadRequest.Stop stop, String pointer, Sites sites, Instant now) {
        if (stop == null || stop.kind() == null) {
            throw Refusal.invalid(pointer + "/kind", "Say whether this is a pickup or a delivery.");
        }
        Site site = sites.resolve(stop.placeId(), stop.latitude(), stop.longitude(), pointer);
        SiteTime start = SiteTime.parse(stop.windowStart(), site.zone(), pointer + "/windowStart");
        SiteTime end = SiteTime.parse(stop.windowEnd(), site.zone(), pointer + "/windowEnd");
        checkLength(start.instant(), end.instant(), pointer + "/windowEnd");
        LateEntry.check(start.instant(), now, pointer + "/windowStart");
        if (stop.kind() == StopKind.DELIVERY && !end.instant().isAfter(now)) {
            throw Refusal.invalid(pointer + "/windowEnd", "This delivery would be over already.");
        }
        if (end.instant().isAfter(now.plus(FARTHEST))) {
            throw Refusal.invalid(pointer + "/windowEnd", "This is more than a year away.");
        }
        FenceSettings fence = stop.fence() == null ? FenceSettings.DEFAULT : stop.fence();
        fence.check(pointer + "/fence");
        return new PlannedStop(
                stop.kind(),
                site,
                Text.optional(stop.address(), 300, pointer + "/address"),
                Text.optional(stop.contactName(), 100, pointer + "/contactName"),
                Text.optional(stop.contactPhone(), 40, pointer + "/contactPhone"),
                start,
                end,
                fence);
    }

    static void checkLength(Instant start, Instant end, String pointer) {
        if (end.equals(start)) {
            throw Refusal.invalid(pointer, "The window has no length: it ends when it starts.");
        }
        if (end.isBefore(start)) {
            throw Refusal.invalid(pointer, "The window ends before it starts.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_WINDOW) > 0) {
            throw Refusal.invalid(pointer, "A window is no longer than " + LONGEST_WINDOW.toDays() + " days.");
        }
    }
}
