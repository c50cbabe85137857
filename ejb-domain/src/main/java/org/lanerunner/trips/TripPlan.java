package org.lanerunner.trips;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.loads.PlannedStop;
import org.lanerunner.places.Site;
import org.lanerunner.places.Sites;
import org.lanerunner.shared.LateEntry;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.SiteTime;

/** A trip request that was checked: its places are found, its times go forward, its capacity is above zero. */
record TripPlan(Equipment equipment, Capacity capacity, List<Stop> stops, Money askPerKilometer, Money floorPrice) {

    /** A place, and the planned time there in the site's local time. */
    record Stop(Site site, SiteTime planned) {}

    private static final int MOST_STOPS = 20;
    private static final Duration LONGEST = Duration.ofDays(62);
    private static final Duration FARTHEST = Duration.ofDays(366);

    static TripPlan of(TripRequest request, Sites sites, Instant now) {
        if (request.equipment() == null) {
            throw Refusal.invalid("/equipment", "Say which equipment goes.");
        }
        if (request.capacity() == null) {
            throw Refusal.invalid("/capacity", "Say how much the trip can carry.");
        }
        request.capacity().checked("/capacity");
        if (!carriesSomething(request.capacity())) {
            throw Refusal.invalid("/capacity/weightKilograms", "A trip carries a weight above zero, or seats.");
        }
        positive(request.askPerKilometer(), "/askPerKilometer");
        positive(request.floorPrice(), "/floorPrice");
        return new TripPlan(
                request.equipment(),
                request.capacity(),
                stops(request.stops(), sites, now),
                request.askPerKilometer(),
                request.floorPrice());
    }

    /** A plan along a leg's stops, from its first window's start to its last window's end, with room for just what the leg carries. */
    static TripPlan along(OfferedLeg leg) {
        List<Stop> stops = new ArrayList<>();
        for (PlannedStop stop : leg.stops()) {
            stops.add(new Stop(stop.site(), stops.isEmpty() ? stop.windowStart() : stop.windowEnd()));
        }
        return new TripPlan(leg.equipment(), leg.cargo(), stops, null, null);
    }

    private static boolean carriesSomething(Capacity capacity) {
        boolean weight =
                capacity.weightKilograms() != null && capacity.weightKilograms().signum() > 0;
        return weight || (capacity.seats() != null && capacity.seats() > 0);
    }

    Instant startsAt() {
        return stops.get(0).planned().instant();
    }

    Instant endsAt() {
        return stops.stream()
                .map(stop -> stop.planned().instant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<Stop> stops(List<TripRequest.Stop> requested, Sites sites, Instant now) {
        if (requested == null || requested.size() < 2) {
            throw Refusal.invalid("/stops", "At least a start and an end are needed.");
        }
        if (requested.size() > MOST_STOPS) {
            throw Refusal.invalid("/stops", "At most " + MOST_STOPS + " stops are possible.")
                    .beyond(Limit.STOPS);
        }
        List<Stop> stops = new ArrayList<>();
        for (TripRequest.Stop stop : requested) {
            String pointer = "/stops/" + stops.size();
            if (stop == null) {
                throw Refusal.invalid(pointer, "A stop is a place and a time.");
            }
            Site site = sites.resolve(stop.placeId(), stop.latitude(), stop.longitude(), pointer);
            Stop planned = new Stop(site, SiteTime.parse(stop.at(), site.zone(), pointer + "/at"));
            if (!stops.isEmpty()
                    && !planned.planned()
                            .instant()
                            .isAfter(stops.get(stops.size() - 1).planned().instant())) {
                throw Refusal.invalid(pointer + "/at", "This is not later than the stop before.");
            }
            stops.add(planned);
        }
        Instant start = stops.get(0).planned().instant();
        Instant end = stops.get(stops.size() - 1).planned().instant();
        LateEntry.check(start, now, "/stops/0/at");
        String last = "/stops/" + (stops.size() - 1) + "/at";
        if (!end.isAfter(now)) {
            throw Refusal.invalid(last, "The trip would be over already.");
        }
        Duration ahead = Duration.between(start.isAfter(now) ? start : now, end);
        if (ahead.compareTo(LONGEST) > 0 || end.isAfter(now.plus(FARTHEST))) {
            throw Refusal.invalid(
                    last,
                    "What is ahead of a trip lasts at most " + LONGEST.toDays() + " days and ends within a year.");
        }
        return stops;
    }

    private static void positive(Money money, String pointer) {
        if (money != null && !money.positive()) {
            throw Refusal.invalid(pointer, "This is above zero.");
        }
    }
}
