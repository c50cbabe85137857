package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room<String> room = new Room<>(2, 100);

    @Test
    void whoArrivesLongestGivesWayToOneTooMany() {
        assertEquals(Optional.empty(), room.enter("first"));
        assertEquals(Optional.empty(), room.enter("second"));
        assertEquals(Optional.of("first"), room.enter("third"));
        room.leave("first", 0);
        assertEquals(Optional.empty(), room.take(100));
    }

    @Test
    void whoArrivesLongestGivesWayToOneByteTooMuch() {
        room.enter("first");
        room.take(60);
        room.enter("second");
        assertEquals(Optional.of("first"), room.take(41));
        room.leave("first", 60);
        assertEquals(Optional.empty(), room.take(59));
    }

    @Test
    void whoComesLastIsRefusedWhereAllOthersWaitForUs() {
        room.enter("first");
        room.arrived("first");
        room.enter("second");
        room.arrived("second");
        assertEquals(Optional.of("third"), room.enter("third"));
        room.leave("third", 0);
        room.leave("first", 0);
        assertEquals(Optional.empty(), room.enter("fourth"));
    }
}
