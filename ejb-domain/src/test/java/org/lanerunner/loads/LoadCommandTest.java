package org.lanerunner.loads;

import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.CommandTable;

class LoadCommandTest {

    @Test
    void everyCommandKeepsToItsRowInEveryState() {
        CommandTable.walk(
                LoadCommand.class,
                LoadStatus.class,
                (command, state) -> in(state),
                LoadCommandTest::give,
                load -> load.view(true));
    }

    private static Load in(LoadStatus state) {
        Load load = LoadFixture.load(UUID.randomUUID(), CargoMode.FULL, 9000, CHICAGO, DENVER);
        if (state.booked()) {
            load.cover(UUID.randomUUID(), UUID.randomUUID(), NOW);
        }
        return CommandTable.in(state, load);
    }

    private static void give(LoadCommand command, Load load) {
        switch (command) {
            case CHANGE -> load.describe(LoadFixture.plan(CargoMode.PARTIAL, 1, DENVER, CHICAGO), NOW);
            case POST -> load.post(NOW);
            case COVER -> load.cover(UUID.randomUUID(), UUID.randomUUID(), NOW);
            case FOLLOW -> load.follow(LoadStatus.IN_TRANSIT);
            case SETTLE -> load.follow(LoadStatus.SETTLED);
            case REOPEN -> load.reopen(NOW);
            case EXPIRE -> load.expire();
            case CANCEL -> load.cancel();
        }
    }
}
