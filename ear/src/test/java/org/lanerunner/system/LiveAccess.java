package org.lanerunner.system;

import java.util.List;

/** The live channels, asked over WebSocket. */
final class LiveAccess {

    private final AccessWorld world;

    LiveAccess(AccessWorld world) {
        this.world = world;
    }

    List<AccessTable.Row> rows() {
        return List.of();
    }
}
