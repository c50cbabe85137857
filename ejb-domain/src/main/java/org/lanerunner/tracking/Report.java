package org.lanerunner.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.trips.Shift;
import org.lanerunner.trips.TripStatus;
import org.lanerunner.trips.TripView;

/**
 * Sorts a driver's batch. Kept are positions of the driver's own shifts on the trip, from its first dispatch until shortly after its end, and none of the
 * future.
 */
final class Report {

    /** So long after the end of a trip its last positions may still be told: they show the departure from the last stop. */
    private static final Duration AFTERMATH = Duration.ofDays(1);

    private final List<Shift> shifts;
    private final Instant earliest;
    private final Instant latest;
    private final Instant now;
    private final List<PositionsReceipt.Refused> refused = new ArrayList<>();
    private final List<Position> fit = new ArrayList<>();

    /** @param shifts all of the trip's shifts, of which only the driver's own count */
    Report(UUID driverId, TripView trip, List<Shift> shifts, List<TrackedBooking> carried, Instant now) {
        this.shifts = shifts.stream()
                .filter(shift -> shift.driverId().equals(driverId))
                .toList();
        this.earliest = carried.stream()
                .map(TrackedBooking::dispatchedAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        this.latest = trip.status() == TripStatus.COMPLETED ? trip.endsAt().plus(AFTERMATH) : now;
        this.now = now;
    }

    void read(List<Position> positions) {
        for (int i = 0; i < positions.size(); i++) {
            Optional<PositionFault> fault = fault(positions.get(i));
            if (fault.isPresent()) {
                refused.add(new PositionsReceipt.Refused(i, fault.get()));
            } else {
                fit.add(positions.get(i));
            }
        }
    }

    private Optional<PositionFault> fault(Position position) {
        if (position.fault() != null) {
            return Optional.of(position.fault());
        }
        Instant at = position.at();
        if (at.isAfter(now)) {
            return Optional.of(PositionFault.FUTURE);
        }
        if (at.isBefore(earliest)) {
            return Optional.of(PositionFault.BEFORE_DISPATCH);
        }
        if (at.isAfter(latest)) {
            return Optional.of(PositionFault.AFTER_TRIP);
        }
        return shifts.stream().anyMatch(shift -> shift.covers(at))
                ? Optional.empty()
                : Optional.of(PositionFault.OTHER_DRIVER);
    }

    /** The driver's own shifts, which may have different vehicles. */
    List<Shift> shifts() {
        return shifts;
    }

    List<Position> fit() {
        return fit;
    }

    List<Position> fitOf(Shift shift) {
        return fit.stream().filter(position -> shift.covers(position.at())).toList();
    }

    List<PositionsReceipt.Refused> refused() {
        return refused;
    }
}
