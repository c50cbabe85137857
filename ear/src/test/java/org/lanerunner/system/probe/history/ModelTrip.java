package org.lanerunner.system.probe.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A trip as a dispatcher would keep it on paper: from the first of three places to the last, or along a load's stops. */
final class ModelTrip {

    enum State {
        PLANNED,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED
    }

    final UUID id;
    final Company carrier;
    final boolean madeForBooking;
    final List<ModelBooking> bookings = new ArrayList<>();
    private final int kilograms;
    private final int[] left;
    State state = State.PLANNED;
    boolean assigned;

    ModelTrip(UUID id, Company carrier, int kilograms, int segments, boolean madeForBooking) {
        this.id = id;
        this.carrier = carrier;
        this.kilograms = kilograms;
        this.madeForBooking = madeForBooking;
        this.left = new int[segments];
        Arrays.fill(left, kilograms);
    }

    boolean takesMore() {
        return state == State.PLANNED || state == State.IN_PROGRESS;
    }

    /** Something is booked, and nobody is named who drives. */
    boolean waitsForCrew() {
        return state == State.PLANNED && !assigned && !bookings.isEmpty();
    }

    /** The market sees what is posted, and who has something on a trip sees that. */
    boolean isShownTo(Company other) {
        boolean aboard = bookings.stream().anyMatch(booking -> booking.leg.load.owner == other);
        return takesMore() && (!madeForBooking || aboard);
    }

    /** One that was made for a booking has room for just that. */
    boolean hasRoomFor(ModelLeg leg) {
        if (madeForBooking) {
            return false;
        }
        boolean whole = leg.load.plan.wholeVehicle();
        for (ModelBooking booking : bookings) {
            boolean meets = booking.leg.from < leg.to && leg.from < booking.leg.to;
            if (meets && (booking.wholeVehicle() || whole)) {
                return false;
            }
        }
        for (int segment = leg.from; segment < leg.to; segment++) {
            if (left[segment] < leg.load.plan.kilograms()) {
                return false;
            }
        }
        return true;
    }

    void carry(ModelBooking booking) {
        bookings.add(booking);
        take(booking, 1);
    }

    /** Gives room back; and ends, or stands down, as what is left demands. */
    void drop(ModelBooking booking) {
        bookings.remove(booking);
        take(booking, -1);
        standDownIfNothingIsDispatched();
        if (madeForBooking && bookings.isEmpty() && state == State.PLANNED) {
            state = State.CANCELLED;
        }
        completeIfDone();
    }

    void standDownIfNothingIsDispatched() {
        boolean nothingDispatched = bookings.stream().allMatch(other -> other.state == ModelBooking.State.CONFIRMED);
        if (state == State.IN_PROGRESS && nothingDispatched) {
            state = State.PLANNED;
        }
    }

    boolean mayEnd() {
        return state == State.IN_PROGRESS && nothingAboard();
    }

    private boolean nothingAboard() {
        return bookings.stream().allMatch(ModelBooking::delivered);
    }

    /** The last delivery at its last stop completes it. */
    void completeIfDone() {
        boolean toItsEnd = madeForBooking || bookings.stream().anyMatch(booking -> booking.leg.to == left.length);
        if (state == State.IN_PROGRESS && !bookings.isEmpty() && nothingAboard() && toItsEnd) {
            state = State.COMPLETED;
        }
    }

    private void take(ModelBooking booking, int sign) {
        int from = madeForBooking ? 0 : booking.leg.from;
        int to = madeForBooking ? left.length : booking.leg.to;
        int taken = booking.wholeVehicle() ? kilograms : booking.leg.load.plan.kilograms();
        for (int segment = from; segment < to; segment++) {
            left[segment] -= sign * taken;
        }
    }

    String told() {
        return state + " " + assigned + " "
                + Arrays.stream(left).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
