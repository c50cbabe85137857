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
 * Tells those who look at the market what of it has changed: once a second, by one look at the database for all of them, and by ids alone, since what is shown of a
 * load or a trip is the API's to say. An event only says what to look at; whether somebody may know of it is what the market's own query says.
 */
@ApplicationScoped
class LiveMarket {

    /** Looked at in a second; whoever follows is told to read the list anew when there are more. */
    private static final int MOST_CHANGES = 500;

    /** In one message. */
    private static final int MOST_IDS = 100;

    /** After these it may be there. */
    private static final Set<String> COMES =
            Set.of("load.posted", "load.reopened", "trip.posted", "trip.started", "trip.stood-down");

    /** Before these it was there. */
    private static final Set<String> LEAVES =
            Set.of("load.changed", "load.covered", "load.expired", "trip.cancelled", "trip.completed");

    /** The same, unless it was gone already. */
    private static final Set<String> CANCELLED = Set.of("load.cancelled", "load.leg-cancelled");

    /** They take a trip's room, or give it back. */
    private static final Set<String> TAKES_ROOM = Set.of("booking.confirmed", "booking.cancelled");

    /** With them all that an organisation had there leaves, or is back. */
    private static final Set<String> OF_ORGANISATIONS = Set.of("organisation.suspended", "organisation.reopened");

    /** By id, whether it may have left. */
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

    /** Each second. What was heard for followers who are gone by now is told to nobody: the next one begins by reading. */
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
                tooMany = true; // whoever looks at it reads it anew in a second
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
