package org.lanerunner.loads;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDateTime;
import org.lanerunner.places.Site;

/**
 * A stop as it is shown. Address, contact and point are shown only to those who may know them.
 *
 * @param precision null to a reader who sees what the market shows
 * @param fence null where no circle tells an arrival: at a stop that is known by its city only, a person tells it
 */
public record StopView(
        int sequence,
        StopKind kind,
        Site place,
        @Nullable StopPrecision precision,
        @Nullable String address,
        @Nullable String contactName,
        @Nullable String contactPhone,
        Window window,
        @Nullable FenceSettings fence) {

    /** The window from its start to before its end, in the site's local time and as instants. */
    public record Window(LocalDateTime startLocal, LocalDateTime endLocal, String zone, Instant start, Instant end) {}

    static Window window(PlannedStop stop) {
        return new Window(
                stop.windowStart().local(),
                stop.windowEnd().local(),
                stop.site().zone(),
                stop.windowStart().instant(),
                stop.windowEnd().instant());
    }

    public static StopView toParty(int sequence, PlannedStop stop) {
        return new StopView(
                sequence,
                stop.kind(),
                stop.site(),
                stop.site().exact() ? StopPrecision.POINT : StopPrecision.CITY,
                stop.address(),
                stop.contactName(),
                stop.contactPhone(),
                window(stop),
                stop.fenced() ? stop.fence() : null);
    }

    public static StopView onTheMarket(int sequence, PlannedStop stop) {
        return new StopView(
                sequence, stop.kind(), stop.site().onTheMarket(), null, null, null, null, window(stop), null);
    }
}
