package org.lanerunner.tracking;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Fleet;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.trips.TripStatus;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/**
 * Keeps the positions that drivers report for their own trips, and shows them to the parties of bookings between dispatch and delivery. Positions may come
 * late and in any order; the current one is the one with the latest time, so it never goes back.
 */
@Stateless
public class Tracking {

    public static final int MAXIMUM_BATCH = 1000;
    public static final int MAXIMUM_PAGE = 1000;

    /** How long after the end of a trip its last positions may still be told: they show the departure from the last stop. */
    private static final Duration AFTERMATH = Duration.ofDays(1);

    @Inject
    private PositionRepository repository;

    @Inject
    private Fleet fleet;

    @Inject
    private Trips trips;

    @Inject
    private Bookings bookings;

    @Inject
    private Events events;

    @Inject
    private Settings settings;

    @Inject
    @Any
    private Instance<PositionsCommitted> followers;

    @Inject
    private Clock clock;

    /**
     * Keeps a batch of the caller's own trip.
     *
     * @param tripId one of the caller's trips that has started, or null for the one in progress
     */
    public PositionsReceipt report(Caller caller, UUID tripId, List<Position> positions) {
        caller.require(Permission.TRACKING_REPORT);
        if (positions.size() > MAXIMUM_BATCH) {
            throw Refusal.invalid("/positions", "A batch has at most " + MAXIMUM_BATCH + " positions.")
                    .beyond(Limit.BATCH);
        }
        TripView trip = drivenBy(caller, tripId);
        Instant now = clock.instant();
        int kept = repository.lock(trip.id(), trip.organisationId(), now);
        List<TrackedBooking> carried = bookings.trackedBy(trip.id());
        List<PositionsReceipt.Refused> refused = new ArrayList<>();
        List<Position> fit = fit(positions, trip, carried, now, refused);
        List<Position> added = add(trip, fit, now);
        if (!added.isEmpty()) {
            requireRoom(kept + added.size());
            repository.count(trip.id(), added.size());
            events.publish(caller, reported(trip, carried, added));
            followers.forEach(follower -> follower.committed(carried, added));
        }
        return new PositionsReceipt(added.size(), fit.size() - added.size(), refused);
    }

    /** Where the booking's vehicle was last, between dispatch and delivery; the caller must be a party. */
    public Optional<Position> lastOf(Caller caller, UUID bookingId) {
        caller.require(Permission.TRACKING_VIEW);
        return lastOf(bookings.tracked(caller, Permission.TRACKING_VIEW, bookingId));
    }

    /** For other features: the last position that a booking's parties may see. */
    public Optional<Position> lastOf(TrackedBooking booking) {
        if (booking.shownFrom() == null) {
            return Optional.empty();
        }
        return repository.last(booking.tripId(), booking.shownFrom(), until(booking)).stream()
                .findFirst();
    }

    /**
     * The booking's way in time order, between dispatch and delivery; the caller must be a party.
     *
     * @param after only what is later, or null
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     */
    public Page<Position> ofBooking(Caller caller, UUID bookingId, Instant after, int limit) {
        caller.require(Permission.TRACKING_VIEW);
        if (limit < 1 || limit > MAXIMUM_PAGE) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "request/invalid", "limit is a number from 1 to " + MAXIMUM_PAGE + ".");
        }
        TrackedBooking booking = bookings.tracked(caller, Permission.TRACKING_VIEW, bookingId);
        if (booking.shownFrom() == null) {
            return new Page<>(List.of(), null);
        }
        Instant start = justBefore(booking.shownFrom());
        Instant from = after == null || after.isBefore(start) ? start : after;
        return Page.of(repository.between(booking.tripId(), from, until(booking), limit + 1), limit, Position::at);
    }

    /** For other features: what is kept of a trip from a time on, in time order, at most {@value #MAXIMUM_PAGE} after the given time. */
    public List<Position> after(UUID tripId, Instant after) {
        return repository.between(tripId, after, clock.instant(), MAXIMUM_PAGE);
    }

    private TripView drivenBy(Caller caller, UUID tripId) {
        Optional<DriverView> driver = fleet.driverOf(caller);
        if (tripId == null) {
            return driver.flatMap(self -> trips.inProgressOf(self.id()))
                    .orElseThrow(() -> Refusal.conflict(
                            "tracking/no-trip-in-progress", "You are not the driver of a trip that has started."));
        }
        TripView trip = trips.get(tripId);
        boolean own = trip.organisationId().equals(caller.organisationId())
                && trip.driver() != null
                && driver.map(DriverView::id).filter(trip.driver().id()::equals).isPresent();
        if (!own) {
            throw Refusal.notFound("trips");
        }
        if (trip.status() != TripStatus.IN_PROGRESS && trip.status() != TripStatus.COMPLETED) {
            throw Refusal.conflict(
                    "tracking/trip-not-started",
                    "Positions are kept from the first dispatch on; the trip is " + trip.status() + ".");
        }
        return trip;
    }

    private List<Position> fit(
            List<Position> positions,
            TripView trip,
            List<TrackedBooking> carried,
            Instant now,
            List<PositionsReceipt.Refused> refused) {
        Instant earliest = carried.stream()
                .map(TrackedBooking::dispatchedAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        Instant latest = trip.status() == TripStatus.COMPLETED ? trip.endsAt().plus(AFTERMATH) : now;
        List<Position> fit = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            PositionFault fault = position.fault();
            if (fault == null && position.at().isAfter(now)) {
                fault = PositionFault.FUTURE;
            } else if (fault == null && position.at().isBefore(earliest)) {
                fault = PositionFault.BEFORE_DISPATCH;
            } else if (fault == null && position.at().isAfter(latest)) {
                fault = PositionFault.AFTER_TRIP;
            }
            if (fault == null) {
                fit.add(position);
            } else {
                refused.add(new PositionsReceipt.Refused(i, fault));
            }
        }
        return fit;
    }

    /** Positions that come late have the whole way looked at anew, so it has an end. Nothing of the batch is kept beyond it. */
    private void requireRoom(int positions) {
        int most = settings.number(Setting.POSITIONS_PER_TRIP);
        if (positions > most) {
            throw Refusal.conflict("tracking/trip-full", "Of one trip " + most + " positions are kept.")
                    .beyond(Limit.POSITIONS);
        }
    }

    private List<Position> add(TripView trip, List<Position> fit, Instant now) {
        if (fit.isEmpty()) {
            return List.of();
        }
        Set<Instant> times =
                repository.add(trip.id(), trip.driver().id(), trip.vehicle().id(), now, fit);
        List<Position> inOrder = new ArrayList<>(fit);
        inOrder.sort(Comparator.comparing(Position::at));
        inOrder.removeIf(position -> !times.remove(position.at()));
        return inOrder;
    }

    private static DomainEvent reported(TripView trip, List<TrackedBooking> carried, List<Position> added) {
        UUID[] buyers = carried.stream()
                .filter(booking -> booking.endedAt() == null)
                .map(TrackedBooking::buyerOrganisationId)
                .toArray(UUID[]::new);
        return DomainEvent.of("location.reported", trip.id())
                .readableBy(Stream.concat(Stream.of(trip.organisationId()), Stream.of(buyers))
                        .toArray(UUID[]::new))
                .with("tripId", trip.id())
                .with("count", added.size())
                .with("from", added.get(0).at())
                .with("to", added.get(added.size() - 1).at());
    }

    private Instant until(TrackedBooking booking) {
        return booking.endedAt() == null ? clock.instant() : booking.endedAt();
    }

    /** Times have microseconds, so nothing lies between. */
    private static Instant justBefore(Instant time) {
        return time.minusNanos(1000);
    }
}
