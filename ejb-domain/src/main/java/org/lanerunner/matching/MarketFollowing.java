package org.lanerunner.matching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.Loads;
import org.lanerunner.places.Geography;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.trips.Trips;

/**
 * Tells people who look at the market about its changes, as far as their list would show them at this moment. However many look, a change is read once. Whether
 * it concerns one of them is decided in memory.
 */
@Stateless
public class MarketFollowing {

    /** More changes at once are not scored against each trip and load that somebody looks at. */
    private static final int MOST_SCORED = 50;

    @Inject
    private Loads loads;

    @Inject
    private Trips trips;

    @Inject
    private Geography geography;

    /** Follows the open loads or trips of others. */
    public MarketInterest list(Caller caller, MarketSide side, Equipment equipment) {
        caller.require(LoadPermissions.MARKET_VIEW);
        return MarketInterest.list(side, equipment);
    }

    /** Follows the matching loads for an own trip; 404 for any other trip. */
    public MarketInterest matchesOfTrip(Caller caller, UUID tripId) {
        caller.require(LoadPermissions.MARKET_VIEW);
        return trips.seen(caller, tripId)
                .filter(trip -> trip.organisationId().equals(caller.organisationId()))
                .map(MarketInterest::matchesOf)
                .orElseThrow(() -> Refusal.notFound("trips"));
    }

    /** Follows the matching trips for the legs of a load that are still to be carried; 404 for a load that is neither the caller's nor sold by the caller. */
    public MarketInterest matchesOfLoad(Caller caller, UUID loadId) {
        caller.require(LoadPermissions.MARKET_VIEW);
        return MarketInterest.matchesOf(loadId, Matching.unbooked(loads.legsToCarry(caller, loadId)));
    }

    /** Reads all that has changed at once. */
    @NeedsNoPermission(because = "the system reads it once for all followers, and asks for each whether it is shown")
    public MarketNews news(Set<UUID> loadIds, Set<UUID> tripIds, Set<UUID> mayHaveLeft) {
        return new MarketNews(loads.onTheMarket(loadIds), trips.onTheMarket(tripIds), mayHaveLeft);
    }

    /** @return empty where too much has changed to be told one by one */
    @NeedsNoPermission(because = "it asks what this follower may see")
    public Optional<MarketNews.Told> told(Caller caller, MarketInterest interest, MarketNews news) {
        List<UUID> shown = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        if (caller.may(LoadPermissions.MARKET_VIEW)) {
            if (interest.matchesOf() != null && news.size() > MOST_SCORED) {
                return Optional.empty();
            }
            if (interest.side() == MarketSide.LOADS) {
                news.loads().stream()
                        .filter(load -> !load.organisationId().equals(caller.organisationId()))
                        .forEach(load -> sort(load.id(), interest.wants(load, geography), news, shown, gone));
            } else {
                news.trips().stream()
                        .filter(trip -> !trip.organisationId().equals(caller.organisationId()))
                        .forEach(trip -> sort(trip.id(), interest.wants(trip, geography), news, shown, gone));
            }
        }
        return Optional.of(new MarketNews.Told(shown, gone));
    }

    private static void sort(UUID id, boolean wanted, MarketNews news, List<UUID> shown, List<UUID> gone) {
        if (wanted) {
            shown.add(id);
        } else if (news.mayHaveLeft().contains(id)) {
            gone.add(id);
        }
    }
}
