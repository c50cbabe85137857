package org.lanerunner.geofencing;

import java.time.Duration;
import java.time.Instant;
import org.lanerunner.tracking.Position;

/**
 * What is known of one vehicle at one fence after some fixes in time order. Successive fixes on one side of the circle are a run. A run is confirmed when
 * enough of its fixes, over enough time, prove it. A confirmed run inside begins a visit, and a confirmed run outside ends it. Each is dated by the run's first
 * fix, not by the one that confirmed it.
 *
 * @param runInside the side of the present run; null before the first fix
 * @param runStartedAt the time of its first fix
 * @param runFirst whether the present run began with the very first fix
 * @param proofs how many fixes of the run prove it
 * @param provedSince the time of the first fix that does, or null
 * @param visit the latest visit, or null
 */
record Presence(
        Boolean runInside, Instant runStartedAt, boolean runFirst, int proofs, Instant provedSince, Visit visit) {

    static final Presence UNKNOWN = new Presence(null, null, false, 0, null, null);

    /**
     * A stay in the fence.
     *
     * @param alreadyThere the vehicle was inside at its very first fix, so that nobody saw it come
     * @param leftAt null while it lasts
     */
    record Visit(Instant enteredAt, boolean alreadyThere, Instant leftAt) {

        boolean lasts() {
            return leftAt == null;
        }

        boolean lastsBeyond(Instant time) {
            return lasts() || leftAt.isAfter(time);
        }

        boolean isOverBefore(Instant time) {
            return !lasts() && leftAt.isBefore(time);
        }
    }

    /**
     * @param before the fix just before this one, or null
     * @param earlier a fix from which the speed is worked out, or null
     */
    Presence after(Fence fence, Position before, Position earlier, Position fix) {
        boolean inside = fence.holds(fix);
        boolean sameRun = runInside != null && runInside == inside;
        boolean proof = inside ? fence.provesStay(earlier, fix) : fence.provesAbsence(fix);
        int count = (sameRun ? proofs : 0) + (proof ? 1 : 0);
        Instant since = sameRun && provedSince != null ? provedSince : proof ? fix.at() : null;
        Presence next = new Presence(
                inside, sameRun ? runStartedAt : fix.at(), sameRun ? runFirst : runInside == null, count, since, visit);
        Presence settled = next.confirmed(fence, fix) ? next.withRunConfirmed() : next;
        return visiting() || settled.visiting() ? settled : settled.withCrossing(fence, before, fix);
    }

    /** The time since which the vehicle is outside, if it is so beyond doubt at its latest fix; otherwise null. */
    Instant outsideSince(Fence fence, Position latest) {
        return Boolean.FALSE.equals(runInside) && confirmed(fence, latest) ? runStartedAt : null;
    }

    /** True if its present run is outside, confirmed or not, and began at that time or before. */
    boolean isOutsideBy(Instant time) {
        return Boolean.FALSE.equals(runInside) && !runStartedAt.isAfter(time);
    }

    boolean visiting() {
        return visit != null && visit.lasts();
    }

    private boolean confirmed(Fence fence, Position fix) {
        return proofs >= fence.settings().confirmFixes()
                && Duration.between(provedSince, fix.at())
                                .compareTo(Duration.ofSeconds(fence.settings().confirmSeconds()))
                        >= 0;
    }

    private Presence withRunConfirmed() {
        if (runInside && !visiting()) {
            return with(new Visit(runStartedAt, runFirst, null));
        }
        if (!runInside && visiting()) {
            return with(new Visit(visit.enteredAt(), visit.alreadyThere(), runStartedAt));
        }
        return this;
    }

    /** Adds a visit where both fixes are outside and the way between them leads through the fence. */
    private Presence withCrossing(Fence fence, Position before, Position fix) {
        if (before == null || runInside || fence.holds(before)) {
            return this;
        }
        Fence.Crossing crossing = fence.crossing(before, fix);
        return crossing == null ? this : with(new Visit(crossing.enteredAt(), false, crossing.leftAt()));
    }

    private Presence with(Visit newVisit) {
        return new Presence(runInside, runStartedAt, runFirst, proofs, provedSince, newVisit);
    }
}
