package org.lanerunner.loads;

import org.lanerunner.places.Site;
import org.lanerunner.shared.SiteTime;

/**
 * A stop as agreed: what a load publishes, an offer is about and a booking copies.
 *
 * @param fenced whether its circle tells arrivals; only a circle around a point does, and those around a city's centre that were agreed before that rule
 */
public record PlannedStop(
        StopKind kind,
        Site site,
        String address,
        String contactName,
        String contactPhone,
        SiteTime windowStart,
        SiteTime windowEnd,
        FenceSettings fence,
        boolean fenced) {

    /** A stop as it is written now: where only the city is known, nothing tells an arrival by itself. */
    PlannedStop(
            StopKind kind,
            Site site,
            String address,
            String contactName,
            String contactPhone,
            SiteTime windowStart,
            SiteTime windowEnd,
            FenceSettings fence) {
        this(kind, site, address, contactName, contactPhone, windowStart, windowEnd, fence, site.exact());
    }

    PlannedStop onTheMarket() {
        return new PlannedStop(kind, site.onTheMarket(), null, null, null, windowStart, windowEnd, null, false);
    }
}
