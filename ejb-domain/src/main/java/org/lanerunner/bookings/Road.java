package org.lanerunner.bookings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanerunner.shared.Refusal;

/**
 * The way of a booking, stop after stop: what may be told of it, and what follows. A stop is reached after the one before it, and left after it was reached;
 * one that was reached but not seen left is taken as left when the next is reached. What is known can be told again: the later telling is in force where its
 * source is as strong (see {@link RoadFactSource}) and its time fits the other stops.
 */
final class Road {

    /**
     * A fact that is in force from now on.
     *
     * @param before the time that was in force before; null where nothing was known
     */
    record Told(RoadFactKind kind, int stop, RoadFact fact, Instant before) {

        boolean corrects() {
            return before != null;
        }
    }

    private final List<BookingStop> stops;
    private final Instant dispatchedAt;
    private final Instant deliveredAt;

    /** @param dispatchedAt from when it is under way, null before; @param deliveredAt null before the delivery */
    Road(List<BookingStop> stops, Instant dispatchedAt, Instant deliveredAt) {
        this.stops = stops;
        this.dispatchedAt = dispatchedAt;
        this.deliveredAt = deliveredAt;
    }

    BookingStop stop(int sequence) {
        if (sequence < 0 || sequence >= stops.size()) {
            throw Refusal.invalid("/stop", "There are the stops 0 to " + (stops.size() - 1) + ".");
        }
        return stops.get(sequence);
    }

    List<Told> arrive(int sequence, RoadFact fact) {
        BookingStop stop = stop(sequence);
        if (stop.arrived()) {
            throw Refusal.conflict("bookings/already-arrived", "The arrival at this stop is known.");
        }
        notBefore(dispatchedAt, fact.at());
        List<Told> told = new ArrayList<>();
        if (sequence > 0) {
            BookingStop before = stop(sequence - 1);
            if (!before.arrived()) {
                throw Refusal.conflict("bookings/stop-order", "The stop before this one has not been reached.");
            }
            notBefore(before.departed() ? before.departedAt() : before.arrivedAt(), fact.at());
            if (!before.departed()) {
                told.add(tell(RoadFactKind.DEPARTURE, before, fact.inferred()));
            }
        }
        told.add(tell(RoadFactKind.ARRIVAL, stop, fact));
        return told;
    }

    List<Told> depart(int sequence, RoadFact fact) {
        BookingStop stop = stop(sequence);
        if (!stop.arrived()) {
            throw Refusal.conflict("bookings/not-arrived", "The vehicle has not arrived at this stop.");
        }
        if (stop.departed()) {
            throw Refusal.conflict("bookings/already-departed", "The departure from this stop is known.");
        }
        notBefore(stop.arrivedAt(), fact.at());
        return List.of(tell(RoadFactKind.DEPARTURE, stop, fact));
    }

    /** A departure that was inferred from a corrected arrival goes with it. */
    List<Told> correct(RoadFactKind kind, int sequence, RoadFact fact) {
        BookingStop stop = stop(sequence);
        if (!stop.knows(kind)) {
            throw Refusal.conflict("bookings/not-told", "This has not been told yet, so there is nothing to correct.");
        }
        if (!fact.source().replaces(stop.source(kind))) {
            throw Refusal.conflict("bookings/told-by-person", "A person has told this already.");
        }
        notBefore(earliest(kind, sequence), fact.at());
        Instant latest = latest(kind, sequence);
        if (latest != null && fact.at().isAfter(latest)) {
            throw Refusal.invalid("/occurredAt", "This is after " + latest + ", when the step after it happened.");
        }
        List<Told> told = new ArrayList<>();
        if (kind == RoadFactKind.ARRIVAL && sequence > 0 && leftByInference(sequence - 1)) {
            told.add(tell(RoadFactKind.DEPARTURE, stop(sequence - 1), fact.inferred()));
        }
        told.add(tell(kind, stop, fact));
        return told;
    }

    /** Whether an arrival there and then fits what is known already. */
    boolean mayArrive(int sequence, Instant at) {
        if (nextToArrive().orElse(-1) != sequence) {
            return false;
        }
        if (sequence == 0) {
            return !at.isBefore(dispatchedAt);
        }
        BookingStop before = stops.get(sequence - 1);
        return !at.isBefore(before.departed() ? before.departedAt() : before.arrivedAt());
    }

    /** Whether a departure there and then fits what is known already. */
    boolean mayDepart(int sequence, Instant at) {
        return nextToDepart().orElse(-1) == sequence
                && !at.isBefore(stops.get(sequence).arrivedAt());
    }

    /** Whether this would be news about something known, and fits the rest. */
    boolean mayCorrect(RoadFactKind kind, int sequence, RoadFact fact) {
        BookingStop stop = stops.get(sequence);
        boolean news = stop.knows(kind)
                && fact.source().replaces(stop.source(kind))
                && !fact.at().equals(stop.at(kind));
        if (!news) {
            return false;
        }
        Instant latest = latest(kind, sequence);
        return !fact.at().isBefore(earliest(kind, sequence))
                && (latest == null || !fact.at().isAfter(latest));
    }

    Optional<Integer> nextToArrive() {
        return stops.stream()
                .filter(stop -> !stop.arrived())
                .map(BookingStop::sequence)
                .findFirst();
    }

    Optional<Integer> nextToDepart() {
        return stops.stream()
                .filter(stop -> stop.arrived() && !stop.departed())
                .map(BookingStop::sequence)
                .findFirst();
    }

    private static Told tell(RoadFactKind kind, BookingStop stop, RoadFact fact) {
        Told told = new Told(kind, stop.sequence(), fact, stop.at(kind));
        stop.tell(kind, fact);
        return told;
    }

    private Instant earliest(RoadFactKind kind, int sequence) {
        if (kind == RoadFactKind.DEPARTURE) {
            return stops.get(sequence).arrivedAt();
        }
        if (sequence == 0) {
            return dispatchedAt;
        }
        BookingStop before = stops.get(sequence - 1);
        return leftByInference(sequence - 1) ? before.arrivedAt() : before.departedAt();
    }

    /** Null where nothing came after. */
    private Instant latest(RoadFactKind kind, int sequence) {
        BookingStop stop = stops.get(sequence);
        boolean last = sequence == stops.size() - 1;
        if (kind == RoadFactKind.ARRIVAL) {
            return last ? earlier(stop.departedAt(), deliveredAt) : stop.departedAt();
        }
        return last ? null : stops.get(sequence + 1).arrivedAt();
    }

    /** Of two that may be missing. */
    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private boolean leftByInference(int sequence) {
        BookingStop stop = stops.get(sequence);
        return stop.departed() && stop.source(RoadFactKind.DEPARTURE) == RoadFactSource.INFERRED;
    }

    static void notBefore(Instant earlier, Instant at) {
        if (at.isBefore(earlier)) {
            throw Refusal.invalid("/occurredAt", "This is before " + earlier + ", when the step before it happened.");
        }
    }
}
