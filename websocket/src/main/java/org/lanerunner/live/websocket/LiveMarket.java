package org.lanerunner.live.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.matching.MarketFollowing;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.matching.MarketNews;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;

/**
 * Tells pages that show the market what has changed in it. It looks at the database once a second, once for all of them, and sends ids alone, since the API
 * decides what is shown of a load or a trip. An event only says which load or trip to look at; the market's own query decides whether somebody may know of
 * it.
 */
@ApplicationScoped
class LiveMarket {

    /** The most changes that are looked at in one second. When there are more, followers are told to read the list anew. */
    private static final int MOST_CHANGES = 500;

    /** The most ids in one message. */
    private static final int MOST_IDS = 100;

    /** After these events it may be on the market. */
    private static final Set<String> COMES =
            Set.of("load.posted", "load.reopened", "trip.posted", "trip.started", "trip.stood-down");

    /** Before these events it was on the market. */
    private static final Set<String> LEAVES =
            Set.of("load.changed", "load.covered", "load.expired", "trip.cancelled", "trip.completed");

    /** Before these events it was on the market, unless it was gone already. */
    private static final Set<String> CANCELLED = Set.of("load.cancelled", "load.leg-cancelled");

    /** These events take up a trip's room, or free it again. */
    private static final Set<String> TAKES_ROOM = Set.of("booking.confirmed", "booking.cancelled");

    /** With these events everything of an organisation leaves the market, or comes back. */
    private static final Set<String> OF_ORGANISATIONS = Set.of("organisation.suspended", "organisation.reopened");

    /** For each id, whether it may have left the market. */
    private final Map<UUID, Boolean> loads = new ConcurrentHashMap<>();

    private final Map<UUID, Boolean> trips = new ConcurrentHashMap<>();
    private volatile boolean tooMany;
    private volatile boolean anew;

    private LiveChannels channels;
    private LiveIndex index;
    private MarketFollowing following;
    private Limits limits;

    LiveMarket() {}

    @Inject
    LiveMarket(LiveChannels channels, LiveIndex index, MarketFollowing following, Limits limits) {
        this.channels = channels;
        this.index = index;
        this.following = following;
        this.limits = limits;
    }

    void heard(LiveEvent event) {
        if (index.onTheMarket().isEmpty()) {
            return;
        }
        String type = event.type();
        Map<UUID, Boolean> changed = event.kind().equals("load") ? loads : trips;
        if (OF_ORGANISATIONS.contains(type)) {
            anew = true;
        } else if (TAKES_ROOM.contains(type)) {
            event.id("/tripId").ifPresent(trip -> note(trips, trip, false));
        } else if (COMES.contains(type)) {
            note(changed, event.subject(), false);
        } else if (LEAVES.contains(type)
                || CANCELLED.contains(type)
                        && event.data().path("from").asText().equals("OPEN")) {
            note(changed, event.subject(), true);
        }
    }

    private void note(Map<UUID, Boolean> changed, UUID id, boolean mayHaveLeft) {
        if (loads.size() + trips.size() < MOST_CHANGES) {
            changed.merge(id, mayHaveLeft, Boolean::logicalOr);
        } else {
            tooMany = true;
        }
    }

    /** Runs once a second. Changes that were heard while nobody followed are dropped, since the next follower begins by reading the list. */
    void push() {
        if (index.onTheMarket().isEmpty()) {
            loads.clear();
            trips.clear();
            tooMany = false;
            anew = false;
            return;
        }
        Set<UUID> mayHaveLeft = new HashSet<>();
        Set<UUID> changedLoads = drained(loads, mayHaveLeft);
        Set<UUID> changedTrips = drained(trips, mayHaveLeft);
        if (tooMany || anew) {
            if (tooMany) {
                limits.reached(Limit.MARKET_NEWS);
            }
            tooMany = false;
            anew = false;
            each((channel, interest) -> tell(channel, interest, Optional.empty()));
        } else if (!changedLoads.isEmpty() || !changedTrips.isEmpty()) {
            try {
                MarketNews news = following.news(changedLoads, changedTrips, mayHaveLeft);
                each((channel, interest) -> tell(channel, interest, following.told(channel.caller(), interest, news)));
            } catch (RuntimeException failed) {
                tooMany = true; // the followers read their lists anew in a second
                throw failed;
            }
        }
    }

    private interface Teller {
        void tell(LiveChannel channel, MarketInterest interest);
    }

    private void each(Teller teller) {
        for (LiveChannel channel : index.onTheMarket()) {
            if (channel.caller().may(LoadPermissions.MARKET_VIEW)) {
                channel.market().forEach(interest -> teller.tell(channel, interest));
            }
        }
    }

    private void tell(LiveChannel channel, MarketInterest interest, Optional<MarketNews.Told> told) {
        if (told.isPresent() && told.get().isEmpty()) {
            return;
        }
        Optional<MarketNews.Told> few =
                told.filter(all -> all.shown().size() + all.gone().size() <= MOST_IDS);
        channel.send(LiveJson.market(interest, few.orElse(null)), channels.now());
    }

    private static Set<UUID> drained(Map<UUID, Boolean> changed, Set<UUID> mayHaveLeft) {
        Set<UUID> ids = new HashSet<>();
        for (UUID id : Set.copyOf(changed.keySet())) {
            Boolean left = changed.remove(id);
            if (left != null) {
                ids.add(id);
                if (left) {
                    mayHaveLeft.add(id);
                }
            }
        }
        return ids;
    }
}
