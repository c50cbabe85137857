package org.lanerunner.geofencing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lanerunner.geofencing.DepartureSign.ARRIVAL_ELSEWHERE;
import static org.lanerunner.geofencing.DepartureSign.OUTSIDE_AFTER_AN_ARRIVAL_KNOWN_OTHERWISE;
import static org.lanerunner.geofencing.DepartureSign.VISIT_ENDED;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanerunner.geofencing.FenceWatch.Stop;
import org.lanerunner.geofencing.Presence.Visit;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.tracking.Position;

/** A stop reached ten seconds after the dispatch; two fixes confirm a run. */
class DepartureSignTest {

    private static final Instant ARRIVED = Road.at(10);
    private static final Position LATEST = Road.fix(3000, 100);
    private static final Fence FENCE =
            Road.stop(0, new FenceSettings(200, 2, 0, 8)).fence();

    private static Presence outside(long since, int proofs, Visit visit) {
        return new Presence(false, Road.at(since), false, proofs, Road.at(since), visit);
    }

    private static Presence inside(long since, Visit visit) {
        return new Presence(true, Road.at(since), false, 2, Road.at(since), visit);
    }

    private static WatchedStop reached(Presence presence) {
        return new WatchedStop(0, new Stop(FENCE, ARRIVED, null), presence);
    }

    private static void shown(Map<DepartureSign, Instant> expected, Presence presence, Instant arrivalElsewhere) {
        Map<DepartureSign, Instant> shown = new EnumMap<>(DepartureSign.class);
        for (DepartureSign sign : DepartureSign.values()) {
            sign.shows(reached(presence), LATEST, Optional.ofNullable(arrivalElsewhere))
                    .ifPresent(at -> shown.put(sign, at));
        }
        assertEquals(expected, shown);
    }

    @Test
    void visitEnded() {
        shown(Map.of(VISIT_ENDED, Road.at(60)), outside(60, 2, new Visit(ARRIVED, false, Road.at(60))), null);
        shown(Map.of(), inside(10, new Visit(ARRIVED, false, null)), null);
    }

    @Test
    void outsideAfterAnArrivalKnownOtherwise() {
        Map<DepartureSign, Instant> shown = Map.of(OUTSIDE_AFTER_AN_ARRIVAL_KNOWN_OTHERWISE, Road.at(50));
        shown(shown, outside(50, 2, null), null);
        shown(shown, outside(50, 2, new Visit(Road.at(5), false, ARRIVED)), null);
        shown(Map.of(), outside(50, 1, null), null);
        shown(Map.of(), inside(50, null), null);
    }

    @Test
    void arrivalElsewhere() {
        Visit lasting = new Visit(ARRIVED, false, null);
        shown(Map.of(ARRIVAL_ELSEWHERE, Road.at(60)), outside(60, 1, lasting), Road.at(60));
        shown(Map.of(), outside(61, 1, lasting), Road.at(60));
        shown(Map.of(), inside(10, lasting), Road.at(60));
    }

    @Test
    void nothingShowsADepartureBeforeTheArrival() {
        assertEquals(
                Optional.empty(), DepartureSign.first(reached(outside(10, 2, null)), LATEST, Optional.of(Road.at(60))));
        assertEquals(
                Optional.of(Road.at(11)),
                DepartureSign.first(reached(outside(11, 2, null)), LATEST, Optional.of(Road.at(60))));
    }
}
