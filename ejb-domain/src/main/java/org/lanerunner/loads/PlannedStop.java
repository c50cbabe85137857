package org.lanerunner.loads;

import org.lanerunner.places.Site;
import org.lanerunner.shared.SiteTime;

/** A stop as agreed: what a load publishes, an offer is about and a booking copies. */
public record PlannedStop(
        StopKind kind,
        Site site,
        String address,
        String contactName,
        String contactPhone,
        SiteTime windowStart,
        SiteTime windowEnd,
        FenceSettings fence) {

    PlannedStop onTheMarket() {
        return new PlannedStop(kind, site.onTheMarket(), null, null, null, windowStart, windowEnd, null);
    }
}
