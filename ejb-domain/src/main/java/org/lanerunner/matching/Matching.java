package org.lanerunner.matching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.identity.Trader;
import org.lanerunner.identity.Traders;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.LoadSearch;
import org.lanerunner.loads.LoadView;
import org.lanerunner.loads.Loads;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.places.Circle;
import org.lanerunner.places.Geography;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.trips.TripStopView;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/** Ranks the market for an own load or an own trip: it scores a limited number of candidates and answers the best first. */
@Stateless
public class Matching {

    /** So many candidates are looked at, the newest ones. */
    private static final int CANDIDATES = 500;

    private static final double SEARCH_RADIUS_METERS = 400_000;

    @Inject
    private Loads loads;

    @Inject
    private Trips trips;

    @Inject
    private Geography geography;

    @Inject
    private Traders traders;

    /**
     * Trips of others for the legs of an own load, or for the legs of somebody else's load that the caller has sold as a broker. The load's owner does not
     * carry those for the broker, so its own trips are left out.
     */
    public List<MatchView> tripsFor(Caller caller, UUID loadId, int limit) {
        caller.require(LoadPermissions.MARKET_VIEW);
        List<List<MatchView>> ofEachLeg = new ArrayList<>();
        for (OfferedLeg leg : unbooked(loads.legsToCarry(caller, loadId))) {
            List<MatchView> matches = new ArrayList<>();
            for (TripView trip : trips.meeting(caller.organisationId(), leg, CANDIDATES)) {
                if (!trip.organisationId().equals(leg.organisationId())) {
                    Score.of(leg, trip, geography)
                            .ifPresent(score -> matches.add(
                                    new MatchView(score.total(), score.reasons(), null, leg.id(), trip, null)));
                }
            }
            ofEachLeg.add(matches);
        }
        return withCarriers(InTurn.best(ofEachLeg, MatchView::score, limit));
    }

    /** Adds the carriers. They are read only for the matches that are shown, and for all of these at once. */
    private List<MatchView> withCarriers(List<MatchView> best) {
        Map<UUID, Trader> carriers = traders.of(
                best.stream().map(match -> match.trip().organisationId()).collect(Collectors.toSet()));
        return best.stream()
                .map(match -> match.carriedBy(
                        carriers.get(match.trip().organisationId()).onTheMarket()))
                .toList();
    }

    /** The legs that nobody carries yet. Where all are carried, all of them. */
    static List<OfferedLeg> unbooked(List<OfferedLeg> legs) {
        List<OfferedLeg> unbooked =
                legs.stream().filter(leg -> !leg.status().booked()).toList();
        return unbooked.isEmpty() ? legs : unbooked;
    }

    /** Open legs of others for an own trip. */
    public List<MatchView> loadsFor(Caller caller, UUID tripId, int limit) {
        caller.require(LoadPermissions.MARKET_VIEW);
        TripView trip = trips.seen(caller, tripId).orElseThrow(() -> Refusal.notFound("trips"));
        if (!trip.organisationId().equals(caller.organisationId())) {
            throw Refusal.notFound("trips");
        }
        List<Scored> matches = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Circle around : aroundItsDepartures(trip)) {
            LoadSearch search = new LoadSearch(
                    LoadSearch.Scope.MARKET, null, trip.equipment(), around, trip.startsAt(), trip.endsAt());
            for (OfferedLeg leg : loads.openNear(trip.organisationId(), search, CANDIDATES)) {
                if (seen.add(leg.id())) {
                    Score.of(leg, trip, geography)
                            .ifPresent(score -> matches.add(new Scored(score, leg.loadId(), leg.id())));
                }
            }
        }
        List<Scored> best = matches.stream()
                .sorted(Comparator.comparingInt((Scored match) -> match.score().total())
                        .reversed())
                .limit(limit)
                .toList();
        Map<UUID, LoadView> shown =
                loads.marketViews(best.stream().map(Scored::loadId).collect(Collectors.toSet()));
        return best.stream()
                .filter(match -> shown.containsKey(match.loadId()))
                .map(match -> new MatchView(
                        match.score().total(),
                        match.score().reasons(),
                        shown.get(match.loadId()),
                        match.legId(),
                        null,
                        null))
                .toList();
    }

    /** A circle around each place of departure. Each place counts once, however often the trip comes by. */
    private static Set<Circle> aroundItsDepartures(TripView trip) {
        Set<Circle> circles = new LinkedHashSet<>();
        for (TripStopView stop : trip.stops().subList(0, trip.stops().size() - 1)) {
            Site place = stop.place();
            circles.add(new Circle(place.latitude(), place.longitude(), SEARCH_RADIUS_METERS));
        }
        return circles;
    }

    /** A match before it is known whether it is among the best, and so worth reading the load for. */
    private record Scored(Score score, UUID loadId, UUID legId) {}
}
