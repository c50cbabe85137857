package org.lanerunner.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.loads.MarketLoad;
import org.lanerunner.trips.MarketTrip;

/**
 * The loads and trips of the market that have changed, as they stand now.
 *
 * @param mayHaveLeft those of them that stood on the market before the change, so that they may have left it
 */
public record MarketNews(List<MarketLoad> loads, List<MarketTrip> trips, Set<UUID> mayHaveLeft) {

    int size() {
        return loads.size() + trips.size();
    }

    /**
     * What a follower is told: ids, and nothing else.
     *
     * @param shown those that are new or changed, and on the list now
     * @param gone those that are not on it any more
     */
    public record Told(List<UUID> shown, List<UUID> gone) {

        public boolean isEmpty() {
            return shown.isEmpty() && gone.isEmpty();
        }
    }
}
