package org.lanerunner.geofencing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lanerunner.bookings.Passage;
import org.lanerunner.bookings.RoadFactKind;
import org.lanerunner.tracking.Position;

/**
 * Watches the fences of one booking in the order of its stops. A stop is reached only after the one before it, by a visit that began after the arrival there.
 * So neither driving past the delivery on the way to the pickup nor a round trip back to the same yard is taken for the delivery. What a fence or a person has
 * told already is given with the stops, and never told again. The watch depends on nothing but stops, state and fixes.
 */
final class FenceWatch {

    /**
     * A stop of the booking and what is known of it. A stop without a fence is reached when a person says so, and does not keep the next stop from being
     * reached.
     */
    record Stop(Fence fence, Instant arrivedAt, Instant departedAt) {}

    /** All of the earlier fixes that later ones need. */
    record State(Recent recent, List<Presence> presences) {

        static final State EMPTY = new State(Recent.NONE, List.of());
    }

    /**
     * The last fixes: the very last, and two that are at least ten seconds apart, because the speed between fixes a second apart is mostly their noise.
     */
    record Recent(Position last, Position newer, Position older) {

        static final Recent NONE = new Recent(null, null, null);
        private static final double APART_SECONDS = 10;

        Recent and(Position fix) {
            return newer == null || fix.secondsSince(newer) >= APART_SECONDS
                    ? new Recent(fix, fix, newer)
                    : new Recent(fix, newer, older);
        }

        /** The latest fix that is long enough before this one; if there is none, the earliest one kept. */
        Position before(Position fix) {
            boolean newerWillDo = older == null || fix.secondsSince(newer) >= APART_SECONDS;
            return newerWillDo ? newer : older;
        }
    }

    private final Instant dispatchedAt;
    private final List<WatchedStop> stops = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private Recent recent;

    /** @param state the state that earlier fixes of this booking left, or {@link State#EMPTY} */
    FenceWatch(Instant dispatchedAt, List<Stop> stops, State state) {
        this.dispatchedAt = dispatchedAt;
        this.recent = state.recent();
        for (Stop stop : stops) {
            int number = this.stops.size();
            boolean seenBefore = number < state.presences().size();
            Presence presence = seenBefore ? state.presences().get(number) : Presence.UNKNOWN;
            this.stops.add(new WatchedStop(number, stop, presence));
        }
    }

    /** @param fixes in any order; those before the dispatch, or not after the last one seen, are passed over */
    void follow(List<Position> fixes) {
        fixes.stream().sorted(Comparator.comparing(Position::at)).forEach(this::observe);
    }

    State state() {
        return new State(recent, stops.stream().map(WatchedStop::presence).toList());
    }

    /** The passages that the fixes showed, in the order in which they showed. */
    List<Passage> passages() {
        return List.copyOf(passages);
    }

    private void observe(Position fix) {
        if (fix.at().isBefore(dispatchedAt)
                || (recent.last() != null && !fix.at().isAfter(recent.last().at()))) {
            return;
        }
        stops.forEach(stop -> stop.see(recent.last(), recent.before(fix), fix));
        recent = recent.and(fix);
        for (WatchedStop stop : stops) {
            if (!stop.reached() && !arrives(stop)) {
                return;
            }
            if (!stop.left()) {
                departs(stop, Optional.empty());
            }
        }
    }

    private boolean arrives(WatchedStop stop) {
        Presence.Visit visit = stop.visit().orElse(null);
        if (visit == null || !mayBeOf(stop, visit)) {
            return false;
        }
        Instant at = notBeforeLeaving(stop, visit.enteredAt());
        if (visit.isOverBefore(at)) {
            return false;
        }
        stop.arrive(at);
        passages.add(new Passage(stop.number(), RoadFactKind.ARRIVAL, at, stop.isFirst() && visit.alreadyThere()));
        return true;
    }

    /**
     * True if the visit may be the arrival at the stop: it began after the arrival at the stop before, and the vehicle has left that one. It was seen to leave,
     * or it must have, since no vehicle is in two fences that lie apart.
     */
    private boolean mayBeOf(WatchedStop stop, Presence.Visit visit) {
        if (stop.isFirst()) {
            return true;
        }
        WatchedStop before = before(stop);
        if (!visit.enteredAt().isAfter(before.arrivedAt())) {
            return false;
        }
        boolean apart = stop.apartFrom(before);
        if (!before.left() && apart) {
            departs(before, Optional.of(visit.enteredAt()));
        }
        return before.left() || apart;
    }

    /** A vehicle that came into the fence while it was still at the stop before arrives when it leaves that stop. */
    private Instant notBeforeLeaving(WatchedStop stop, Instant entered) {
        return stop.isFirst()
                        || !before(stop).left()
                        || entered.isAfter(before(stop).departedAt())
                ? entered
                : before(stop).departedAt();
    }

    private void departs(WatchedStop stop, Optional<Instant> arrivalElsewhere) {
        DepartureSign.first(stop, recent.last(), arrivalElsewhere).ifPresent(at -> {
            stop.depart(at);
            passages.add(new Passage(stop.number(), RoadFactKind.DEPARTURE, at, false));
        });
    }

    private WatchedStop before(WatchedStop stop) {
        return stops.get(stop.number() - 1);
    }
}
