package org.lanerunner.tracking;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.lanerunner.shared.Settings;

/** Forgets where vehicles were long ago: all positions of a trip, some months after its last one came. */
@Stateless
public class OldPositions {

    /** So many trips go in one transaction. What is left waits for the timer's next ring. */
    private static final int TRIPS_AT_ONCE = 200;

    @Inject
    private PositionRepository positions;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Schedule(hour = "3,4", minute = "*", persistent = false, info = "old positions")
    public void forgetSome() {
        Instant silentSince = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusMonths(settings.number(TrackingSettings.KEEP_POSITIONS_MONTHS))
                .toInstant();
        positions.forgetTrips(silentSince, TRIPS_AT_ONCE);
    }
}
