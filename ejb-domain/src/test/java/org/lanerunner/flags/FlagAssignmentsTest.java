package org.lanerunner.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Limits;

class FlagAssignmentsTest {

    private static final UUID UNIT = UUID.randomUUID();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FlagAssignments assignments = new FlagAssignments(new Limits(meters));

    @Test
    void eachUnitAndOutcomeIsNotedOnceHoweverOftenItIsAsked() {
        for (int i = 0; i < 1000; i++) {
            assignments.note(assignment(UNIT, true));
            assignments.note(assignment(UNIT, false));
        }
        assertEquals(2, assignments.take(100).size());
        assignments.note(assignment(UNIT, true));
        assertEquals(List.of(), assignments.take(100));
    }

    @Test
    void whatFindsNoRoomIsCountedAndNotedWhenAskedAgain() {
        for (int i = 0; i < FlagAssignments.MOST_WAITING; i++) {
            assignments.note(assignment(new UUID(1, i), true));
        }
        assignments.note(assignment(UNIT, true));
        assertEquals(
                1,
                meters.get("lanerunner.limit.reached")
                        .tag("limit", "flag-assignments")
                        .functionCounter()
                        .count());
        assertEquals(
                FlagAssignments.MOST_WAITING,
                assignments.take(Integer.MAX_VALUE).size());
        assignments.note(assignment(UNIT, true));
        assertEquals(List.of(UNIT), units(assignments.take(10)));
    }

    @Test
    void whatCouldNotBeRecordedIsNotedAgain() {
        assignments.note(assignment(UNIT, true));
        assignments.forget(assignments.take(10));
        assignments.note(assignment(UNIT, true));
        assertEquals(List.of(UNIT), units(assignments.take(10)));
    }

    private static FlagAssignment assignment(UUID unit, boolean on) {
        return new FlagAssignment(Flag.SHORTCUT_HELP, unit, on, UNIT);
    }

    private static List<UUID> units(List<FlagAssignment> taken) {
        return taken.stream().map(FlagAssignment::unitId).toList();
    }
}
