package org.lanerunner.geofencing;

import java.time.Instant;
import java.util.Optional;
import org.lanerunner.tracking.Position;

/** A stop under watch: what is known of it, by fixes or otherwise, and what the fixes so far show at its fence. */
final class WatchedStop {

    private final int number;
    private final Fence fence;
    private Presence presence;
    private Instant arrivedAt;
    private Instant departedAt;

    /** @param number its place in the order of the booking's stops, from 0 */
    WatchedStop(int number, FenceWatch.Stop stop, Presence presence) {
        this.number = number;
        this.fence = stop.fence();
        this.presence = presence;
        this.arrivedAt = stop.arrivedAt();
        this.departedAt = stop.departedAt();
    }

    void see(Position before, Position earlier, Position fix) {
        if (fence != null) {
            presence = presence.after(fence, before, earlier, fix);
        }
    }

    int number() {
        return number;
    }

    boolean isFirst() {
        return number == 0;
    }

    void arrive(Instant at) {
        arrivedAt = at;
    }

    void depart(Instant at) {
        departedAt = at;
    }

    boolean reached() {
        return arrivedAt != null;
    }

    boolean left() {
        return departedAt != null;
    }

    Instant arrivedAt() {
        return arrivedAt;
    }

    Instant departedAt() {
        return departedAt;
    }

    Presence presence() {
        return presence;
    }

    Optional<Presence.Visit> visit() {
        return Optional.ofNullable(presence.visit());
    }

    /** True if the arrival is known by the latest visit: not where a person told it, or where late fixes broke up the visit that told it. */
    boolean arrivalIsOfVisit() {
        return visit().filter(visit -> visit.lastsBeyond(arrivedAt)).isPresent();
    }

    /** The time since which the vehicle is outside, if it is so beyond doubt at its latest fix. */
    Optional<Instant> outsideSince(Position latest) {
        return fence == null ? Optional.empty() : Optional.ofNullable(presence.outsideSince(fence, latest));
    }

    /** True if the two fences lie apart. A stop without a fence counts as apart too: a vehicle that comes into another stop's fence has left it. */
    boolean apartFrom(WatchedStop other) {
        return fence == null || other.fence == null || fence.apartFrom(other.fence);
    }
}
