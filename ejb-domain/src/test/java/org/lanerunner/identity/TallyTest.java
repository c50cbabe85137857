package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @Test
    void lockGrowsFromAMinuteToAnHourAndNoFurther() {
        List<Long> minutes = new ArrayList<>();
        Tally tally = new Tally(0, NOW, null);
        for (int i = 0; i < 12; i++) {
            tally = tally.failedAt(NOW, 3);
            minutes.add(tally.lockedAt(NOW).toMinutes());
        }
        assertEquals(List.of(0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L), minutes);
    }

    @Test
    void lockEndsByItselfAndTheNextFailureIsHeldUpLonger() {
        Tally locked = new Tally(2, NOW, null).failedAt(NOW, 3);
        Instant later = NOW.plus(Duration.ofMinutes(1));
        assertEquals(Duration.ZERO, locked.lockedAt(later));
        assertEquals(Duration.ofMinutes(2), locked.failedAt(later, 3).lockedAt(later));
    }

    @Test
    void dayWithoutAFailureForgetsAll() {
        Tally many = new Tally(50, NOW, NOW.plus(Duration.ofHours(1)));
        assertEquals(51, many.failedAt(NOW.plus(Tally.FORGOTTEN), 3).failures());
        assertEquals(
                1, many.failedAt(NOW.plus(Tally.FORGOTTEN).plusSeconds(1), 3).failures());
    }

    @Test
    void whatWasNoFailureLeavesNoLock() {
        Tally before = new Tally(2, NOW, null);
        assertEquals(before, before.failedAt(NOW, 3).takenBack());
        assertEquals(0, new Tally(0, NOW, null).takenBack().failures());
    }
}
