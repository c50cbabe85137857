package org.lanerunner.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final int A_MINUTE = 600;
    private final Share share = new Share(UUID.randomUUID(), A_MINUTE, 0);

    @Test
    void aTenthIsLetThroughBeforeTheDatabaseHasToBeAsked() {
        assertEquals(A_MINUTE / 10, through(0));
        assertEquals(Share.Answer.ASK_THE_DATABASE, share.take(0));
        assertEquals(6, share.tell(), 1e-9, "sixty of six hundred are six seconds of the minute");
        share.hear(6, 0);
        assertEquals(A_MINUTE / 10, through(0));
    }

    @Test
    void whatIsLeftOfTheMinuteBoundsWhatIsLetThrough() {
        share.tell();
        share.hear(59, 0);
        assertEquals(10, through(0));
    }

    @Test
    void spentShareIsClosedUntilThereIsOneAgain() {
        share.tell();
        share.hear(62, 0);
        assertEquals(Share.Answer.NO, share.take(TimeUnit.MILLISECONDS.toNanos(2099)));
        assertEquals(3, share.waitSeconds(0));
        assertEquals(Share.Answer.YES, share.take(TimeUnit.MILLISECONDS.toNanos(2101)));
        assertEquals(Share.Answer.ASK_THE_DATABASE, share.take(TimeUnit.MILLISECONDS.toNanos(2101)));
    }

    @Test
    void withoutADatabaseThereIsASecondsWorthASecond() {
        for (int second = 0; second < 5; second++) {
            long now = TimeUnit.SECONDS.toNanos(second + 1L);
            share.tell();
            share.hearNothing(now);
            assertEquals(A_MINUTE / 60, through(now));
            assertEquals(Share.Answer.NO, share.take(now + 1), "nobody waits for it again in this second");
            share.tell();
            share.hearNothing(now + 2);
            assertEquals(0, through(now + 3), "nor is there more for asking twice");
            assertEquals(Share.Answer.ASK_THE_DATABASE, share.take(TimeUnit.SECONDS.toNanos(second + 2L)));
        }
    }

    @Test
    void whatWasGivenBackIsNotTold() {
        share.take(0);
        share.take(0);
        share.giveBack();
        assertEquals(0.1, share.tell(), 1e-9);
        assertFalse(share.hasNews());
        share.giveBack();
        assertEquals(0, share.tell());
        assertTrue(share.isIdleSince(1));
    }

    @Test
    void keysTellKindsAndCallersApart() {
        UUID one = Share.key(Rate.READS, Rate.Of.ACTOR, "a");
        assertEquals(one, Share.key(Rate.READS, Rate.Of.ACTOR, "a"));
        assertNotEquals(one, Share.key(Rate.WRITES, Rate.Of.ACTOR, "a"));
        assertNotEquals(one, Share.key(Rate.READS, Rate.Of.ORGANISATION, "a"));
    }

    @Test
    void settingHasThreeNumbers() {
        assertEquals(
                Map.of(Rate.Of.ADDRESS, 3, Rate.Of.ACTOR, 0, Rate.Of.ORGANISATION, 5), Rate.READS.aMinute("3, 0,5"));
        for (String wrong : new String[] {"", "1,2", "1,2,3,4", "1,-2,3", "a,b,c"}) {
            assertThrows(IllegalArgumentException.class, () -> Rate.READS.aMinute(wrong), wrong);
        }
    }

    private int through(long nanos) {
        int through = 0;
        while (share.take(nanos) == Share.Answer.YES) {
            through++;
        }
        return through;
    }
}
