package org.lanerunner.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.kilograms;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Rule;

/** Of a trip of a dry van for 20 t. */
class AssignmentRuleTest {

    private static void broken(List<AssignmentRule> rules, String slug, DriverView driver, VehicleView vehicle) {
        AssignmentRule.Asked asked = new AssignmentRule.Asked(driver, vehicle, Equipment.DRY_VAN, kilograms(20_000));
        assertEquals(
                rules,
                Stream.of(AssignmentRule.values())
                        .filter(rule -> !rule.holds(asked))
                        .toList());
        if (rules.isEmpty()) {
            Rule.requireAll(AssignmentRule.values(), asked);
        } else {
            Refusal refusal = assertThrows(Refusal.class, () -> Rule.requireAll(AssignmentRule.values(), asked));
            assertEquals(slug, refusal.slug());
        }
    }

    private static DriverView driver(boolean active) {
        return new DriverView(UUID.randomUUID(), UUID.randomUUID(), "Sam", null, null, active, NOW, 0);
    }

    private static VehicleView vehicle(boolean active, Equipment equipment, int kilograms) {
        return new VehicleView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Truck 7",
                "IL 123",
                equipment,
                kilograms(kilograms),
                active,
                NOW,
                0);
    }

    @Test
    void driverIsActive() {
        VehicleView fits = vehicle(true, Equipment.DRY_VAN, 20_000);
        broken(List.of(), null, driver(true), fits);
        broken(List.of(AssignmentRule.DRIVER_IS_ACTIVE), "trips/driver-inactive", driver(false), fits);
    }

    @Test
    void vehicleIsActive() {
        VehicleView gone = vehicle(false, Equipment.DRY_VAN, 20_000);
        broken(List.of(AssignmentRule.VEHICLE_IS_ACTIVE), "trips/vehicle-inactive", driver(true), gone);
    }

    @Test
    void rightEquipment() {
        VehicleView reefer = vehicle(true, Equipment.REEFER, 20_000);
        broken(List.of(AssignmentRule.RIGHT_EQUIPMENT), "trips/wrong-equipment", driver(true), reefer);
    }

    @Test
    void vehicleIsBigEnough() {
        VehicleView small = vehicle(true, Equipment.DRY_VAN, 19_999);
        broken(List.of(AssignmentRule.VEHICLE_IS_BIG_ENOUGH), "trips/vehicle-too-small", driver(true), small);
    }

    @Test
    void ofSeveralThatDoNotHoldTheFirstIsTold() {
        broken(
                List.of(AssignmentRule.values()),
                "trips/driver-inactive",
                driver(false),
                vehicle(false, Equipment.REEFER, 1));
    }
}
