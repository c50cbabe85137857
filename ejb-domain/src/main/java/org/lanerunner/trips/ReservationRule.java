package org.lanerunner.trips;

import java.util.function.Function;
import java.util.function.Predicate;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Rule;

/** What must hold before a trip gives a load room, in the order in which it is asked. */
enum ReservationRule implements Rule<RoomAsked> {
    NOTHING_MORE_ONCE_OVER(
            asked -> !asked.trip().overAt(asked.now()),
            asked -> Refusal.conflict("trips/not-open", "This trip takes nothing more.")),

    RIGHT_EQUIPMENT(
            asked -> asked.load().equipment() == asked.trip().equipment(),
            asked -> Refusal.conflict(
                    "trips/wrong-equipment",
                    "The load needs " + asked.load().equipment() + ", the trip has "
                            + asked.trip().equipment() + ".")),

    FEW_ENOUGH_BOOKINGS(asked -> asked.trip().reservations().size() < Trip.MOST_BOOKINGS, asked -> Refusal.conflict(
                    "trips/full", "This trip carries " + Trip.MOST_BOOKINGS + " bookings and takes no more.")
            .beyond(Limit.BOOKINGS_ON_TRIP)),

    GOES_THE_SAME_WAY(
            asked -> asked.trip().leadsNearer(asked.way(), asked.load().to()),
            asked -> Refusal.conflict("trips/wrong-way", "The trip goes the other way.")),

    /** A full load does not join others, and no load joins a full one. */
    NOBODY_SHARES_A_FULL_VEHICLE(
            asked -> asked.trip().reservations().stream()
                    .filter(other -> other.way().meets(asked.way()))
                    .noneMatch(other -> asked.wholeVehicle() || other.wholeVehicle()),
            asked -> noRoom()),

    /** A full load takes all that the vehicle has, but needs no more than that. */
    VEHICLE_IS_BIG_ENOUGH(asked -> asked.trip().capacity().fits(asked.load().cargo()), asked -> noRoom()),

    ROOM_ON_EVERY_SEGMENT_OF_THE_WAY(
            asked -> asked.trip().segments().stream()
                    .filter(asked.way()::leadsOver)
                    .allMatch(segment -> segment.remaining().fits(asked.taken())),
            asked -> noRoom());

    private final Predicate<RoomAsked> holds;
    private final Function<RoomAsked, Refusal> refusal;

    ReservationRule(Predicate<RoomAsked> holds, Function<RoomAsked, Refusal> refusal) {
        this.holds = holds;
        this.refusal = refusal;
    }

    @Override
    public boolean holds(RoomAsked asked) {
        return holds.test(asked);
    }

    @Override
    public Refusal refusal(RoomAsked asked) {
        return refusal.apply(asked);
    }

    private static Refusal noRoom() {
        return Refusal.conflict("trips/no-capacity", "The trip has not enough capacity left on this way.");
    }
}
