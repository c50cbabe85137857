package org.lanerunner.bookings;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.loads.PlannedStop;
import org.lanerunner.loads.StopKind;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Refusal;

/**
 * The way of a booking, from its dispatch over stop after stop to the delivery: what may be told of it, and what follows. Its facts carry their own time, which
 * lies between the {@link Beginning} and now. A stop is reached after the one before it, and left after it was reached. A stop that was reached but not seen
 * left is taken as left when the next one is reached. What is known can be told again: the later telling is in force if its source is at least as strong (see
 * {@link RoadFactSource}) and its time fits the other stops.
 */
@Embeddable
class Road {

    @Column(name = "created_at")
    private Instant agreedAt;

    @Column(name = "late_entry")
    private boolean lateEntry;

    @Column(name = "dispatched_at")
    private Instant dispatchedAt;

    @Column(name = "dispatched_received_at")
    private Instant dispatchedReceivedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    /** The time when something that was told was last taken back; null if nothing was. */
    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @OneToMany(mappedBy = "booking", cascade = CascadeType.ALL)
    @OrderBy("sequence")
    private List<BookingStop> stops = new ArrayList<>();

    /** All that was told of arrivals and departures. The facts in force stand on the stops. */
    @OneToMany(mappedBy = "booking", cascade = CascadeType.ALL)
    private List<Telling> tellings = new ArrayList<>();

    Road() {}

    Road(Booking booking, List<PlannedStop> planned, boolean lateEntry, Instant agreedAt) {
        this.agreedAt = agreedAt;
        this.lateEntry = lateEntry;
        for (PlannedStop stop : planned) {
            stops.add(new BookingStop(booking, stops.size(), stop));
        }
    }

    void dispatch(Instant at, Instant now) {
        happened(at, now);
        dispatchedAt = at;
        dispatchedReceivedAt = now;
    }

    /** The vehicle has not set out after all. */
    void undoDispatch(Duration within, Instant now) {
        mustBeFresh(dispatchedReceivedAt, within, now);
        noDispatch(now);
    }

    private void noDispatch(Instant now) {
        dispatchedAt = null;
        dispatchedReceivedAt = null;
        withdrawnAt = now;
    }

    /** Takes the dispatch back if it is the same that was taken back of the carrying booking, and nothing is known of the way since. Says whether it did. */
    boolean followsUndoneDispatch(Instant dispatched, Instant now) {
        if (first().arrived() || !dispatched.equals(dispatchedAt)) {
            return false;
        }
        noDispatch(now);
        return true;
    }

    /** Takes back the latest fact, and only if a person told it. A departure that was inferred from an arrival goes with it. */
    List<TakenBack> undo(RoadFactKind kind, int sequence, UUID personId, Duration within, Instant now) {
        BookingStop stop = stop(sequence);
        if (!stop.knows(kind)) {
            throw Refusal.conflict("bookings/not-told", "This has not been told, so there is nothing to undo.");
        }
        if (comesAfter(kind, sequence)) {
            throw notTheLatest();
        }
        if (stop.source(kind) != RoadFactSource.PERSON) {
            throw Refusal.conflict("bookings/not-by-person", "Positions told this. Correct it where it is wrong.");
        }
        if (stop.corrected(kind)) {
            throw Refusal.conflict("bookings/corrected", "This has been corrected. Correct it once more.");
        }
        mustBeFresh(stop.receivedAt(kind), within, now);
        List<TakenBack> taken = new ArrayList<>();
        taken.add(takeBack(kind, stop, personId, now));
        if (kind == RoadFactKind.ARRIVAL && sequence > 0 && leftByInference(sequence - 1)) {
            taken.add(takeBack(RoadFactKind.DEPARTURE, stop(sequence - 1), personId, now));
        }
        return taken;
    }

    /** What was taken back of the other booking is taken back here too, where this booking says the same. */
    List<TakenBack> undoAsToldOf(List<TakenBack> carriers, Instant now) {
        return carriers.stream()
                .filter(taken -> taken.at().equals(stop(taken.stop()).at(taken.kind()))
                        && taken.source() == stop(taken.stop()).source(taken.kind()))
                .map(taken -> takeBack(taken.kind(), stop(taken.stop()), null, now))
                .toList();
    }

    private TakenBack takeBack(RoadFactKind kind, BookingStop stop, UUID personId, Instant now) {
        TakenBack taken = new TakenBack(kind, stop.sequence(), stop.at(kind), stop.source(kind));
        tellings.add(stop.takeBack(taken, personId, now));
        withdrawnAt = now;
        return taken;
    }

    /** True if more is known of the way after this fact. */
    private boolean comesAfter(RoadFactKind kind, int sequence) {
        boolean left = kind == RoadFactKind.ARRIVAL && stop(sequence).departed();
        return left || (!endsAt(sequence) && stop(sequence + 1).arrived());
    }

    static Refusal notTheLatest() {
        return Refusal.conflict("bookings/not-the-latest", "More has been told since. Correct it where it is wrong.");
    }

    private static void mustBeFresh(Instant receivedAt, Duration within, Instant now) {
        if (!now.isBefore(receivedAt.plus(within))) {
            throw Refusal.conflict(
                    "bookings/undo-too-late", "This was told more than " + within.toSeconds() + " seconds ago.");
        }
    }

    /** The latest known fact, if a person told it once: it may be taken back while it is fresh. */
    Optional<Fresh> latestToldOnce() {
        for (int sequence = stops.size() - 1; sequence >= 0; sequence--) {
            BookingStop stop = stop(sequence);
            if (stop.arrived()) {
                RoadFactKind kind = stop.departed() ? RoadFactKind.DEPARTURE : RoadFactKind.ARRIVAL;
                return stop.toldOnce(kind)
                        ? Optional.of(new Fresh(Undoable.of(kind), sequence, stop.receivedAt(kind)))
                        : Optional.empty();
            }
        }
        return dispatchedAt == null
                ? Optional.empty()
                : Optional.of(new Fresh(Undoable.DISPATCH, null, dispatchedReceivedAt));
    }

    /** The status of a booking that is under way, by what is known of its stops. */
    BookingStatus underWay() {
        for (int sequence = stops.size() - 1; sequence >= 0; sequence--) {
            BookingStop stop = stop(sequence);
            if (stop.departed() && !endsAt(sequence)) {
                return BookingStatus.IN_TRANSIT;
            }
            if (stop.arrived()) {
                return stop.kind() == StopKind.PICKUP ? BookingStatus.AT_PICKUP : BookingStatus.AT_DELIVERY;
            }
        }
        return BookingStatus.DISPATCHED;
    }

    /** Sets where a stop really is. A stop that is left needs no fence any more, so its point stays. */
    BookingStop pinpoint(int sequence, Site point, FenceSettings fence, Instant now) {
        BookingStop stop = stop(sequence);
        if (stop.departed()) {
            throw Refusal.conflict("bookings/already-departed", "The departure from this stop is known.");
        }
        stop.pinpoint(point, fence, now);
        return stop;
    }

    /** The delivery is told at the last stop, once the vehicle is there. */
    void deliver(Instant at, Instant now) {
        if (!last().arrived()) {
            throw Refusal.conflict("bookings/not-arrived", "The vehicle has not arrived at the last stop.");
        }
        happened(at, now);
        notBefore(last().arrivedAt(), at);
        deliveredAt = at;
    }

    BookingStop stop(int sequence) {
        if (sequence < 0 || sequence >= stops.size()) {
            throw Refusal.invalid("/stop", "There are the stops 0 to " + (stops.size() - 1) + ".");
        }
        return stops.get(sequence);
    }

    List<Told> arrive(int sequence, RoadFact fact) {
        happened(fact.at(), fact.receivedAt());
        BookingStop stop = stop(sequence);
        if (stop.arrived()) {
            throw Refusal.conflict("bookings/already-arrived", "The arrival at this stop is known.");
        }
        notBefore(underWayFrom(), fact.at());
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
        happened(fact.at(), fact.receivedAt());
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
        happened(fact.at(), fact.receivedAt());
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

    /**
     * True if another dispatch is in force there than here, and it fits the first arrival. An arrival of a vehicle that has gone stays, together with its
     * dispatch, until the next vehicle arrives.
     */
    boolean takesOverDispatchOf(Road carriers) {
        Instant arrived = carriers.first().arrived() ? carriers.first().arrivedAt() : first().arrivedAt();
        return !carriers.dispatchedAt.equals(dispatchedAt)
                && (arrived == null || !arrived.isBefore(carriers.underWayFrom()));
    }

    /** Passes on all facts in force on the carrying booking's road that are news on this one; @param onlyNew nothing that is known here changes */
    List<Told> passOn(Road carriers, boolean onlyNew) {
        List<Told> told = new ArrayList<>();
        for (BookingStop stop : stops) {
            BookingStop theirs = carriers.stop(stop.sequence());
            for (RoadFactKind kind : RoadFactKind.values()) {
                if (theirs.knows(kind) && (onlyNew ? !stop.knows(kind) : !stop.saysTheSame(kind, theirs))) {
                    told.add(tell(kind, stop, theirs.fact(kind)));
                }
            }
        }
        return told;
    }

    /** True if this arrival fits what is known already. */
    boolean mayArrive(int sequence, Instant at) {
        if (nextToArrive().orElse(-1) != sequence) {
            return false;
        }
        if (sequence == 0) {
            return !at.isBefore(underWayFrom());
        }
        BookingStop before = stops.get(sequence - 1);
        return !at.isBefore(before.departed() ? before.departedAt() : before.arrivedAt());
    }

    /** True if this departure fits what is known already. */
    boolean mayDepart(int sequence, Instant at) {
        return nextToDepart().orElse(-1) == sequence
                && !at.isBefore(stops.get(sequence).arrivedAt());
    }

    /** True if this fact changes something that is known, and fits the rest. */
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

    /** The time from which the booking is under way; null before the dispatch. */
    Instant underWayFrom() {
        return beginning().underWayFrom(dispatchedAt);
    }

    /** True if it can't be carried as agreed any more, since the window of one of its deliveries has ended. */
    boolean overAt(Instant now) {
        return stops.stream().anyMatch(stop -> stop.kind() == StopKind.DELIVERY && !now.isBefore(stop.windowEnd()));
    }

    private Told tell(RoadFactKind kind, BookingStop stop, RoadFact fact) {
        Told told = new Told(kind, stop.sequence(), fact, stop.at(kind));
        tellings.add(stop.tell(kind, fact));
        return told;
    }

    private void happened(Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw Refusal.invalid("/occurredAt", "This is later than now.");
        }
        Instant began = beginning().at();
        if (at.isBefore(began)) {
            throw Refusal.invalid("/occurredAt", "This is before " + began + ", when the agreement began.");
        }
    }

    private Beginning beginning() {
        return new Beginning(agreedAt, lateEntry, first().windowStart());
    }

    private Instant earliest(RoadFactKind kind, int sequence) {
        if (kind == RoadFactKind.DEPARTURE) {
            return stops.get(sequence).arrivedAt();
        }
        if (sequence == 0) {
            return underWayFrom();
        }
        BookingStop before = stops.get(sequence - 1);
        return leftByInference(sequence - 1) ? before.arrivedAt() : before.departedAt();
    }

    /** The latest time that this fact may have; null where nothing is known that came after. */
    private Instant latest(RoadFactKind kind, int sequence) {
        BookingStop stop = stops.get(sequence);
        boolean last = endsAt(sequence);
        if (kind == RoadFactKind.ARRIVAL) {
            return last ? earlier(stop.departedAt(), deliveredAt) : stop.departedAt();
        }
        return last ? null : stops.get(sequence + 1).arrivedAt();
    }

    /** The earlier of two times, each of which may be null. */
    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private boolean leftByInference(int sequence) {
        BookingStop stop = stops.get(sequence);
        return stop.departed() && stop.source(RoadFactKind.DEPARTURE) == RoadFactSource.INFERRED;
    }

    private static void notBefore(Instant earlier, Instant at) {
        if (at.isBefore(earlier)) {
            throw Refusal.invalid("/occurredAt", "This is before " + earlier + ", when the step before it happened.");
        }
    }

    List<BookingStop> stops() {
        return stops;
    }

    BookingStop first() {
        return stops.get(0);
    }

    BookingStop last() {
        return stops.get(stops.size() - 1);
    }

    boolean endsAt(int sequence) {
        return sequence == stops.size() - 1;
    }

    Instant agreedAt() {
        return agreedAt;
    }

    Instant dispatchedAt() {
        return dispatchedAt;
    }

    Instant dispatchedReceivedAt() {
        return dispatchedReceivedAt;
    }

    Instant deliveredAt() {
        return deliveredAt;
    }
}
