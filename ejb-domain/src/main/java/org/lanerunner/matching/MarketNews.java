package org.lanerunner.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.loads.MarketLoad;
import org.lanerunner.trips.MarketTrip;

/**
 * What has changed of the market, as it stands now.
 *
 * @param mayHaveLeft of those the ones that stood there before the change, so that they may be missing now
 */
public record MarketNews(List<MarketLoad> loads, List<MarketTrip> trips, Set<UUID> mayHaveLeft) {

    int size() {
        return loads.size() + trips.size();
    }

    /**
     * What one who follows is told: ids, and nothing else.
     *
     * @param shown new, or changed, and there now
     * @param gone not there any more
     */
    public record Told(List<UUID> shown, List<UUID> gone) {

        public boolean isEmpty() {
            return shown.isEmpty() && gone.isEmpty();
        }
    }
}
