package org.lanerunner.tracking;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.trips.Shift;
import org.lanerunner.trips.TripAssigned;
import org.lanerunner.trips.TripAssigning;
import org.lanerunner.trips.TripStatus;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/**
 * Keeps the positions that drivers report for their own trips, and shows them to the parties of bookings between dispatch and delivery. Positions may come late
 * and in any order. The current one is the one with the latest time, so it never goes back.
 */
@Stateless
public class Tracking {

    public static final int MAXIMUM_BATCH = 1000;
    public static final int MAXIMUM_PAGE = 1000;

    /** Comes before the observers without a priority, which have 2,500. */
    private static final int BEFORE_LOADS = 2000;

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private PositionRepository repository;

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
     * Keeps a batch of the caller's own trip. On a trip that has passed from one driver to another, each driver's positions count for the time that was theirs.
     *
     * @param tripId a trip that has started and that the caller drives or drove, or null for the one in progress
     */
    public PositionsReceipt report(Caller caller, UUID tripId, List<Position> positions) {
        caller.require(TrackingPermissions.REPORT);
        if (positions.size() > MAXIMUM_BATCH) {
            throw Refusal.invalid("/positions", "A batch has at most " + MAXIMUM_BATCH + " positions.")
                    .beyond(Limit.BATCH);
        }
        UUID driverId = trips.driverOf(caller).orElse(NOBODY);
        TripView trip = drivenBy(caller, driverId, tripId);
        Instant now = clock.instant();
        int kept = repository.lock(trip.id(), trip.organisationId(), now);
        List<TrackedBooking> carried = bookings.trackedBy(trip.id());
        Report report = new Report(driverId, trip, trips.shifts(trip.id()), carried, now);
        report.read(positions);
        List<Position> added = add(trip, report, now);
        if (!added.isEmpty()) {
            requireRoom(kept + added.size());
            repository.count(trip.id(), added.size());
            events.publish(caller, reported(trip, carried, added));
            followers.forEach(follower -> follower.committed(carried, added));
        }
        return new PositionsReceipt(added.size(), report.fit().size() - added.size(), report.refused());
    }

    /** The last position of the booking's vehicle between dispatch and delivery. The caller must be a party of the booking. */
    public Optional<Position> lastOf(Caller caller, UUID bookingId) {
        caller.require(TrackingPermissions.VIEW);
        return lastOf(bookings.tracked(caller, TrackingPermissions.VIEW, bookingId));
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
     * The booking's positions in time order, between dispatch and delivery. The caller must be a party of the booking.
     *
     * @param after only later positions, or null for all
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     */
    public Page<Position> ofBooking(Caller caller, UUID bookingId, Instant after, int limit) {
        caller.require(TrackingPermissions.VIEW);
        if (limit < 1 || limit > MAXIMUM_PAGE) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "request/invalid", "limit is a number from 1 to " + MAXIMUM_PAGE + ".");
        }
        TrackedBooking booking = bookings.tracked(caller, TrackingPermissions.VIEW, bookingId);
        if (booking.shownFrom() == null) {
            return new Page<>(List.of(), null);
        }
        Instant start = justBefore(booking.shownFrom());
        Instant from = after == null || after.isBefore(start) ? start : after;
        return Page.of(repository.between(booking.tripId(), from, until(booking), limit + 1), limit, Position::at);
    }

    /** For other features: the trip's positions after a time, in time order, at most {@value #MAXIMUM_PAGE} of them. */
    public List<Position> after(UUID tripId, Instant after) {
        return repository.between(tripId, after, clock.instant(), MAXIMUM_PAGE);
    }

    /** Takes the track's lock, so that batches of a trip and a change of its driver come one after another. It comes before the locks of the loads. */
    public void lockTrack(@Observes @Priority(BEFORE_LOADS) TripAssigning trip) {
        if (trip.underWay()) {
            repository.lock(trip.tripId(), trip.organisationId(), clock.instant());
        }
    }

    /** Refuses a change of driver at a time for which there are positions already: the driver of that time told them. */
    public void follow(@Observes TripAssigned trip) {
        if (trip.from() != null) {
            repository
                    .lastAt(trip.tripId())
                    .filter(last -> !last.isBefore(trip.from()))
                    .ifPresent(last -> {
                        throw Refusal.invalid(
                                "/from", "The present driver has told of the way until " + last + " already.");
                    });
        }
    }

    private TripView drivenBy(Caller caller, UUID driverId, UUID tripId) {
        if (tripId == null) {
            return trips.inProgressOf(driverId)
                    .orElseThrow(() -> Refusal.conflict(
                            "tracking/no-trip-in-progress", "You are not the driver of a trip that has started."));
        }
        TripView trip = trips.get(tripId);
        boolean own = trip.organisationId().equals(caller.organisationId())
                && trips.shifts(tripId).stream().map(Shift::driverId).anyMatch(driverId::equals);
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

    /**
     * A position that comes late makes fences look at the whole way anew, so the number of positions is limited. If it is exceeded, nothing of the batch is
     * kept.
     */
    private void requireRoom(int positions) {
        int most = settings.number(TrackingSettings.POSITIONS_PER_TRIP);
        if (positions > most) {
            throw Refusal.conflict("tracking/trip-full", "Of one trip " + most + " positions are kept.")
                    .beyond(Limit.POSITIONS);
        }
    }

    /** @return the positions that were new, in time order */
    private List<Position> add(TripView trip, Report report, Instant now) {
        Set<Instant> times = new HashSet<>();
        for (Shift shift : report.shifts()) {
            List<Position> fit = report.fitOf(shift);
            if (!fit.isEmpty()) {
                times.addAll(repository.add(trip.id(), shift.driverId(), shift.vehicleId(), now, fit));
            }
        }
        List<Position> inOrder = new ArrayList<>(report.fit());
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

    /** The time one microsecond before. Times have microseconds, so no other time lies between. */
    private static Instant justBefore(Instant time) {
        return time.minusNanos(1000);
    }
}
