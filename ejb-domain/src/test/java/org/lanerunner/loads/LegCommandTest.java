package org.lanerunner.loads;

import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.CommandTable;

class LegCommandTest {

    private static final LoadPlan OTHER_WAY = LoadFixture.plan(CargoMode.PARTIAL, 1, DENVER, CHICAGO);

    @Test
    void everyCommandKeepsToItsRowInEveryState() {
        CommandTable.walk(
                LegCommand.class,
                LegStatus.class,
                (command, state) ->
                        in(state, LoadFixture.load(UUID.randomUUID(), CargoMode.FULL, 9000, CHICAGO, DENVER)),
                LegCommandTest::give,
                leg -> leg.view(true, null));
    }

    /** The one leg of the load, in this state. */
    static Leg in(LegStatus state, Load load) {
        Leg leg = LoadFixture.only(load);
        if (state.booked()) {
            leg.cover(UUID.randomUUID(), UUID.randomUUID(), true, NOW);
        }
        return CommandTable.in(state, leg);
    }

    private static void give(LegCommand command, Leg leg) {
        switch (command) {
            case CHANGE -> leg.describe(OTHER_WAY.legs().get(0));
            case POST -> leg.post();
            case COVER -> leg.cover(UUID.randomUUID(), UUID.randomUUID(), true, NOW);
            case HAUL -> leg.haul(UUID.randomUUID(), NOW);
            case FOLLOW -> leg.follow(LegStatus.IN_TRANSIT);
            case SETTLE -> leg.follow(LegStatus.SETTLED);
            case REOPEN -> leg.reopen(NOW);
            case EXPIRE -> leg.expire();
            case CANCEL -> leg.cancel();
        }
    }
}
