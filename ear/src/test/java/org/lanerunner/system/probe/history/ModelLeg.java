package org.lanerunner.system.probe.history;

import java.util.UUID;

/** A leg as a dispatcher would keep it on paper: what offers are about, and one booking carries. */
final class ModelLeg {

    enum State {
        DRAFT,
        OPEN,
        COVERED,
        EXPIRED,
        CANCELLED
    }

    final UUID id;
    final ModelLoad load;

    /** From which of the three places to which. */
    final int from;

    final int to;
    final int stops;
    State state;
    /** Its windows are over. */
    boolean over;

    ModelBooking booking;

    ModelLeg(UUID id, ModelLoad load, State state, int from, int to, int stops) {
        this.id = id;
        this.load = load;
        this.state = state;
        this.from = from;
        this.to = to;
        this.stops = stops;
    }

    boolean onTheMarket() {
        return state == State.OPEN && !over;
    }

    boolean mayCancel() {
        return state != State.CANCELLED && (booking == null || booking.mayCancel());
    }

    /** Its booking fell through. */
    void reopen() {
        state = over ? State.EXPIRED : State.OPEN;
        booking = null;
    }

    /** What it says, or its booking for it. */
    String status() {
        return state == State.COVERED ? booking.ofLeg() : state.name();
    }

    String told() {
        return status() + " " + (booking == null ? "-" : booking.id) + " " + load.id;
    }
}
