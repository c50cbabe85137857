package org.lanerunner.geofencing;

import java.time.Duration;
import java.time.Instant;
import org.lanerunner.tracking.Position;

/**
 * What is known of one vehicle at one fence after some fixes in time order. Fixes on one side of the circle in a row are a run; a run is confirmed when
 * enough of them, over enough time, prove it. A confirmed run inside begins a visit, a confirmed run outside ends it, each dated by the run's first fix and
 * not by the one that confirmed it.
 *
 * @param runInside the side of the present run; null before the first fix
 * @param runStartedAt its first fix
 * @param runFirst whether the present run began with the very first fix
 * @param proofs how many fixes of the run prove it
 * @param provedSince the first that does, or null
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
     * @param before the fix before this one, or null
     * @param earlier a fix to tell the speed from, or null
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

    /** Since when the vehicle is outside beyond doubt at its latest fix; null while it is not. */
    Instant outsideSince(Fence fence, Position latest) {
        return Boolean.FALSE.equals(runInside) && confirmed(fence, latest) ? runStartedAt : null;
    }

    /** Whether its present run is outside, confirmed or not, and began then or before. */
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

    /** Both fixes outside, the way between them through the fence. */
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
