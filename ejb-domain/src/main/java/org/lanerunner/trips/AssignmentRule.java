package org.lanerunner.trips;

import java.util.function.Function;
import java.util.function.Predicate;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Rule;

/**
 * What must hold of driver and vehicle before they are assigned to a trip, in the order in which it is asked. Whether they are free is for the database to say.
 */
enum AssignmentRule implements Rule<AssignmentRule.Asked> {
    DRIVER_IS_ACTIVE(
            asked -> asked.driver().active(),
            asked -> Refusal.conflict("trips/driver-inactive", "This driver is not active.")),

    VEHICLE_IS_ACTIVE(
            asked -> asked.vehicle().active(),
            asked -> Refusal.conflict("trips/vehicle-inactive", "This vehicle is not active.")),

    RIGHT_EQUIPMENT(
            asked -> asked.vehicle().equipment() == asked.equipment(),
            asked -> Refusal.conflict(
                    "trips/wrong-equipment",
                    "The trip needs " + asked.equipment() + ", the vehicle is "
                            + asked.vehicle().equipment() + ".")),

    VEHICLE_IS_BIG_ENOUGH(
            asked -> asked.vehicle().capacity().fits(asked.capacity()),
            asked -> Refusal.conflict("trips/vehicle-too-small", "The vehicle carries less than the trip's capacity."));

    /**
     * @param equipment the trip's
     * @param capacity the trip's
     */
    record Asked(DriverView driver, VehicleView vehicle, Equipment equipment, Capacity capacity) {}

    private final Predicate<Asked> holds;
    private final Function<Asked, Refusal> refusal;

    AssignmentRule(Predicate<Asked> holds, Function<Asked, Refusal> refusal) {
        this.holds = holds;
        this.refusal = refusal;
    }

    @Override
    public boolean holds(Asked asked) {
        return holds.test(asked);
    }

    @Override
    public Refusal refusal(Asked asked) {
        return refusal.apply(asked);
    }
}
