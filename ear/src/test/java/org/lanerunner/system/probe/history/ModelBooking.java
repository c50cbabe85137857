package org.lanerunner.system.probe.history;

import java.util.UUID;
import org.lanerunner.bookings.Undoable;
import org.lanerunner.shared.Money;

/** A booking as a dispatcher would keep it on paper. */
final class ModelBooking {

    enum State {
        CONFIRMED,
        DISPATCHED,
        AT_PICKUP,
        IN_TRANSIT,
        AT_DELIVERY,
        DELIVERED,
        CONTESTED,
        SETTLED,
        REFUNDED,
        CANCELLED
    }

    /** Something told of the road; a dispatch is of no stop. */
    record Fact(Undoable what, Integer stop) {}

    final UUID id;
    final ModelLeg leg;
    final ModelTrip trip;
    final Company seller;
    final Money price;
    final Money fee;
    final boolean[] arrived;
    final boolean[] departed;
    /** Of these departures nobody told; they follow from the next arrival. */
    final boolean[] inferred;

    State state = State.CONFIRMED;
    /** Its contest has been answered. */
    boolean answered;

    UUID contest;

    ModelBooking(UUID id, ModelLeg leg, ModelTrip trip, Company seller, Money price, Money fee) {
        this.id = id;
        this.leg = leg;
        this.trip = trip;
        this.seller = seller;
        this.price = price;
        this.fee = fee;
        this.arrived = new boolean[leg.stops];
        this.departed = new boolean[leg.stops];
        this.inferred = new boolean[leg.stops];
    }

    boolean wholeVehicle() {
        return leg.load.plan.wholeVehicle();
    }

    boolean delivered() {
        return switch (state) {
            case DELIVERED, CONTESTED, SETTLED, REFUNDED -> true;
            case CONFIRMED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY, CANCELLED -> false;
        };
    }

    boolean awaitsAnswer() {
        return state == State.CONTESTED && !answered;
    }

    boolean mayCancel() {
        return switch (state) {
            case CONFIRMED, DISPATCHED -> true;
            case AT_PICKUP -> !departed[0];
            case IN_TRANSIT, AT_DELIVERY, DELIVERED, CONTESTED, SETTLED, REFUNDED, CANCELLED -> false;
        };
    }

    boolean mayDispatch() {
        return state == State.CONFIRMED && trip.assigned && trip.takesMore();
    }

    boolean mayArrive(int stop) {
        return onTheRoad() && exists(stop) && !arrived[stop] && (stop == 0 || arrived[stop - 1]);
    }

    /** Only the first stop is a pickup. */
    void arrive(int stop) {
        if (stop > 0) {
            inferred[stop - 1] = !departed[stop - 1];
            departed[stop - 1] = true;
        }
        arrived[stop] = true;
        state = stop == 0 ? State.AT_PICKUP : State.AT_DELIVERY;
    }

    boolean mayDepart(int stop) {
        return state != State.CANCELLED && exists(stop) && arrived[stop] && !departed[stop];
    }

    void depart(int stop) {
        departed[stop] = true;
        if (stop < arrived.length - 1) {
            state = State.IN_TRANSIT;
        }
    }

    private boolean onTheRoad() {
        return switch (state) {
            case DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY -> true;
            case CONFIRMED, DELIVERED, CONTESTED, SETTLED, REFUNDED, CANCELLED -> false;
        };
    }

    /** What alone can be taken back; null where nothing can. */
    Fact latest() {
        if (!onTheRoad()) {
            return null;
        }
        for (int stop = arrived.length - 1; stop >= 0; stop--) {
            if (arrived[stop]) {
                return new Fact(departed[stop] ? Undoable.DEPARTURE : Undoable.ARRIVAL, stop);
            }
        }
        return new Fact(Undoable.DISPATCH, null);
    }

    void undo(Fact fact) {
        switch (fact.what()) {
            case DISPATCH -> {
                state = State.CONFIRMED;
                trip.standDownIfNothingIsDispatched();
            }
            case ARRIVAL -> {
                arrived[fact.stop()] = false;
                if (fact.stop() > 0 && inferred[fact.stop() - 1]) {
                    departed[fact.stop() - 1] = false;
                    inferred[fact.stop() - 1] = false;
                }
                state = underWay();
            }
            case DEPARTURE -> {
                departed[fact.stop()] = false;
                state = underWay();
            }
        }
    }

    private State underWay() {
        Fact latest = latest();
        if (latest.stop() == null) {
            return State.DISPATCHED;
        }
        boolean last = latest.stop() == arrived.length - 1;
        if (latest.what() == Undoable.DEPARTURE && !last) {
            return State.IN_TRANSIT;
        }
        return latest.stop() == 0 ? State.AT_PICKUP : State.AT_DELIVERY;
    }

    boolean mayCorrect(boolean arrival, int stop) {
        boolean inTime =
                switch (state) {
                    case AT_PICKUP, IN_TRANSIT, AT_DELIVERY, DELIVERED, CONTESTED -> true;
                    case CONFIRMED, DISPATCHED, SETTLED, REFUNDED, CANCELLED -> false;
                };
        return inTime && exists(stop) && (arrival ? arrived[stop] : departed[stop]);
    }

    /** Either side says where a stop is that is not left. */
    boolean mayPinpoint(int stop) {
        boolean standing =
                switch (state) {
                    case CONFIRMED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY -> true;
                    case DELIVERED, CONTESTED, SETTLED, REFUNDED, CANCELLED -> false;
                };
        return standing && exists(stop) && !departed[stop];
    }

    boolean mayDeliver() {
        return state == State.AT_DELIVERY && arrived[arrived.length - 1];
    }

    int nextToArrive() {
        return next(arrived);
    }

    int nextToDepart() {
        return next(departed);
    }

    private static int next(boolean[] done) {
        int stop = 0;
        while (stop < done.length - 1 && done[stop]) {
            stop++;
        }
        return stop;
    }

    private boolean exists(int stop) {
        return stop >= 0 && stop < arrived.length;
    }

    String ofLeg() {
        return switch (state) {
            case CONFIRMED -> "COVERED";
            case CONTESTED -> "DELIVERED";
            case REFUNDED -> "SETTLED";
            default -> state.name();
        };
    }

    String told() {
        StringBuilder told = new StringBuilder(state.name()).append(' ');
        for (int stop = 0; stop < arrived.length; stop++) {
            told.append(arrived[stop] ? 'a' : '-').append(departed[stop] ? 'd' : '-');
        }
        return told.toString();
    }
}
