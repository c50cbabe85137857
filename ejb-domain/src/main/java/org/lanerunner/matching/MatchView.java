package org.lanerunner.matching;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.lanerunner.identity.Trader;
import org.lanerunner.loads.LoadView;
import org.lanerunner.trips.TripView;

/**
 * A match for a load (then a trip) or for a trip (then a load), as the market sees the other side.
 *
 * @param score 0 to 100
 * @param legId the load's leg that fits
 * @param carrier the trip's carrier, as the market may know it; null for a load, which names its poster itself
 */
public record MatchView(
        int score,
        List<MatchReason> reasons,
        @Nullable LoadView load,
        UUID legId,
        @Nullable TripView trip,
        @Nullable Trader carrier) {

    MatchView carriedBy(Trader who) {
        return new MatchView(score, reasons, load, legId, trip, who);
    }

    /** A reason for the match: a part of its score, in words and as a number. */
    public record MatchReason(Code code, String text, double value) {}

    /** The criteria of the score. DEADHEAD and DETOUR in meters, WINDOW in hours of slack, CAPACITY in percent used, PRICE per kilometer over the asked one. */
    public enum Code {
        DEADHEAD,
        DETOUR,
        WINDOW,
        CAPACITY,
        PRICE
    }
}
