package org.lanerunner.loads;

import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.CommandTable;

class LoadCommandTest {

    private static final UUID OWNER = UUID.randomUUID();

    @Test
    void everyCommandKeepsToItsRowInEveryState() {
        CommandTable.walk(
                LoadCommand.class,
                LoadStatus.class,
                (command, state) -> command == LoadCommand.CANCEL_LEG ? withAnotherLeg(state) : in(state),
                LoadCommandTest::give,
                load -> load.view(OWNER));
    }

    private static Load in(LoadStatus state) {
        Load load = LoadFixture.load(OWNER, CargoMode.FULL, 9000, CHICAGO, DENVER);
        LegCommandTest.in(LegStatus.valueOf(state.name()), load);
        return CommandTable.in(state, load);
    }

    /** What the load says it says of its other legs; the one that is cancelled is open. */
    private static Load withAnotherLeg(LoadStatus state) {
        return CommandTable.in(state, LoadFixture.inTwoLegs(OWNER));
    }

    private static void give(LoadCommand command, Load load) {
        switch (command) {
            case CHANGE -> load.describe(LoadFixture.plan(CargoMode.PARTIAL, 1, DENVER, CHICAGO), NOW);
            case POST -> load.post(NOW);
            case CANCEL -> load.cancel();
            case CANCEL_LEG -> load.cancel(LoadFixture.only(load).id());
        }
    }
}
