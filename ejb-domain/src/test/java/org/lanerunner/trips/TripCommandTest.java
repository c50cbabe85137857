package org.lanerunner.trips;

import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.kilograms;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.CommandTable;

class TripCommandTest {

    private static final UUID CARRIER = UUID.randomUUID();
    private static final DriverView DRIVER =
            new DriverView(UUID.randomUUID(), CARRIER, "Sam", null, null, true, NOW, 0);
    private static final VehicleView VEHICLE = new VehicleView(
            UUID.randomUUID(), CARRIER, "Truck 7", "IL 123", Equipment.DRY_VAN, kilograms(20_000), true, NOW, 0);

    private final OfferedLeg leg = LoadFixture.offered(CargoMode.PARTIAL, 9000, CHICAGO, DENVER);
    private final CarriedLoad carried = CarriedLoad.of(UUID.randomUUID(), leg);

    @Test
    void everyCommandKeepsToItsRowInEveryState() {
        CommandTable.walk(TripCommand.class, TripStatus.class, this::in, this::give, trip -> trip.view(true));
    }

    private Trip in(TripCommand command, TripStatus state) {
        Trip trip = new Trip(CARRIER, TripPlan.along(leg), false, NOW);
        trip.assign(DRIVER, VEHICLE, null, NOW);
        if (command == TripCommand.RELEASE) {
            trip.reserve(carried, NOW);
        }
        return CommandTable.in(state, trip);
    }

    private void give(TripCommand command, Trip trip) {
        switch (command) {
            case ASSIGN -> {
                if (trip.inProgress()) {
                    trip.relieve(trip.present().from(), trip.present().from());
                }
                trip.assign(DRIVER, VEHICLE, null, NOW);
            }
            case RESERVE -> trip.reserve(carried, NOW);
            case RELEASE -> trip.release(carried.bookingId());
            case START -> trip.start(NOW);
            case START_LATER -> trip.startedLater(NOW.plusSeconds(1));
            case STAND_DOWN -> trip.standDown(NOW);
            case COMPLETE -> trip.complete(NOW);
            case CANCEL -> trip.cancel();
        }
    }
}
