package org.lanerunner.geofencing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanerunner.bookings.Passage;
import org.lanerunner.bookings.RoadFactKind;

/**
 * Watches the fences of one booking in the order of its stops: a stop is reached only after the one before it, by a visit that began after the arrival
 * there, so that neither driving past the delivery on the way to the pickup nor a round trip back to the same yard is taken for the delivery. What is known
 * already, by a fence or a person's word, is given with the stops and never told again. Depends on nothing but stops, state and fixes.
 */
final class FenceWatch {

    /** A stop of the booking and what is known of it. */
    record Stop(Fence fence, Instant arrivedAt, Instant departedAt) {}

    /** All that later fixes need of earlier ones. */
    record State(Recent recent, List<Presence> presences) {

        static final State EMPTY = new State(Recent.NONE, List.of());
    }

    /**
     * The last fixes: the very last, and two at least ten seconds apart, because a speed told from fixes a second apart is mostly their noise.
     */
    record Recent(Fix last, Fix newer, Fix older) {

        static final Recent NONE = new Recent(null, null, null);
        private static final double APART_SECONDS = 10;

        Recent and(Fix fix) {
            return newer == null || fix.secondsSince(newer) >= APART_SECONDS
                    ? new Recent(fix, fix, newer)
                    : new Recent(fix, newer, older);
        }

        /** The latest fix that is long enough before this one; else the earliest there is. */
        Fix before(Fix fix) {
            boolean newerWillDo = older == null || fix.secondsSince(newer) >= APART_SECONDS;
            return newerWillDo ? newer : older;
        }
    }

    private final Instant dispatchedAt;
    private final List<Fence> fences;
    private final Instant[] arrivedAt;
    private final Instant[] departedAt;
    private final List<Presence> presences;
    private final List<Passage> passages = new ArrayList<>();
    private Recent recent;

    /** @param state what earlier fixes of this booking left, or {@link State#EMPTY} */
    FenceWatch(Instant dispatchedAt, List<Stop> stops, State state) {
        this.dispatchedAt = dispatchedAt;
        this.fences = stops.stream().map(Stop::fence).toList();
        this.arrivedAt = stops.stream().map(Stop::arrivedAt).toArray(Instant[]::new);
        this.departedAt = stops.stream().map(Stop::departedAt).toArray(Instant[]::new);
        this.presences = new ArrayList<>(state.presences());
        this.recent = state.recent();
        while (presences.size() < stops.size()) {
            presences.add(Presence.UNKNOWN);
        }
    }

    /** @param fixes in any order; those before the dispatch or not after the last one are passed over */
    void follow(List<Fix> fixes) {
        fixes.stream().sorted(Comparator.comparing(Fix::at)).forEach(this::observe);
    }

    State state() {
        return new State(recent, List.copyOf(presences));
    }

    /** What the fixes showed, in the order in which it showed. */
    List<Passage> passages() {
        return List.copyOf(passages);
    }

    private void observe(Fix fix) {
        if (fix.at().isBefore(dispatchedAt)
                || (recent.last() != null && !fix.at().isAfter(recent.last().at()))) {
            return;
        }
        for (int i = 0; i < fences.size(); i++) {
            presences.set(i, presences.get(i).after(fences.get(i), recent.last(), recent.before(fix), fix));
        }
        recent = recent.and(fix);
        boolean reached = true;
        for (int stop = 0; stop < fences.size() && reached; stop++) {
            reached = arrivedAt[stop] != null || arrive(stop);
            if (reached && departedAt[stop] == null) {
                depart(stop, null);
            }
        }
    }

    private boolean arrive(int stop) {
        Presence.Visit visit = presences.get(stop).visit();
        if (visit == null || (stop > 0 && !mayFollow(stop, visit))) {
            return false;
        }
        Instant at = stop == 0 ? visit.enteredAt() : later(visit.enteredAt(), departedAt[stop - 1]);
        if (!visit.lasts() && at.isAfter(visit.leftAt())) {
            return false;
        }
        arrivedAt[stop] = at;
        passages.add(new Passage(stop, RoadFactKind.ARRIVAL, at, stop == 0 && visit.alreadyThere()));
        return true;
    }

    /** The stop before was reached before this visit, and left: seen, or inferred because nobody can be in two fences that lie apart. */
    private boolean mayFollow(int stop, Presence.Visit visit) {
        if (!visit.enteredAt().isAfter(arrivedAt[stop - 1])) {
            return false;
        }
        if (departedAt[stop - 1] == null && fences.get(stop).apartFrom(fences.get(stop - 1))) {
            depart(stop - 1, visit.enteredAt());
            departedAt[stop - 1] = departedAt[stop - 1] == null ? visit.enteredAt() : departedAt[stop - 1];
        }
        return departedAt[stop - 1] != null;
    }

    /** @param atLatest an arrival elsewhere, before which the vehicle left even if its run outside is not confirmed; or null */
    private void depart(int stop, Instant atLatest) {
        Presence presence = presences.get(stop);
        Presence.Visit visit = presence.visit();
        Instant left = visit == null ? null : visit.leftAt();
        if (visit == null || (left != null && !left.isAfter(arrivedAt[stop]))) {
            // No visit explains the arrival that is known: a person told it, or late fixes broke up the visit it was
            // told from.
            left = presence.outsideSince(fences.get(stop), recent.last());
        }
        if (left == null
                && atLatest != null
                && !presence.runInside()
                && !presence.runStartedAt().isAfter(atLatest)) {
            left = presence.runStartedAt();
        }
        if (left != null && left.isAfter(arrivedAt[stop])) {
            departedAt[stop] = left;
            passages.add(new Passage(stop, RoadFactKind.DEPARTURE, left, false));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
