package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final int WORKERS = 16;
    private static final Pace PACE = new Pace(Duration.ofSeconds(10), 1024);
    private static final long LOOK = Duration.ofMillis(250).toNanos();
    private static final int BYTES_A_LOOK = 256;

    private final WaitingReaders waiting = new WaitingReaders(WORKERS);

    @Test
    void readerAtThePaceIsWaitedForWhileFewWait() {
        Patience reader = new Patience(PACE, waiting, 0);
        int sent = 0;
        for (int look = 0; look < 1000; look++) {
            assertFalse(reader.isOver(sent));
            wait(reader);
            sent += BYTES_A_LOOK;
        }
    }

    @Test
    void readerBelowThePaceIsWaitedForOneWindow() {
        Patience reader = new Patience(PACE, waiting, 0);
        int looks = 0;
        while (!reader.isOver(looks * (BYTES_A_LOOK - 1L))) {
            wait(reader);
            looks++;
        }
        assertEquals(40, looks);
    }

    @Test
    void readersAtThePaceNeverHoldMoreThanHalfOfTheWorkersForLong() {
        List<Patience> readers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            readers.add(new Patience(PACE, waiting, 0));
        }
        List<Patience> first = List.copyOf(readers);
        readers.forEach(Patience::waitBegins);
        for (int look = 1; look <= 5; look++) {
            int sent = look * BYTES_A_LOOK;
            for (Patience reader : List.copyOf(readers)) {
                reader.waitEnds(LOOK);
                if (reader.isOver(sent)) {
                    readers.remove(reader);
                } else {
                    reader.waitBegins();
                }
            }
        }
        assertEquals(first.subList(WORKERS / 2, WORKERS), readers, "those who have waited longest gave way");
    }

    @Test
    void whoIsQuickIsNotCutOffHoweverManyWait() {
        for (int i = 1; i < WORKERS; i++) {
            new Patience(PACE, waiting, 0).waitBegins();
        }
        Patience quick = new Patience(PACE, waiting, 0);
        wait(quick);
        assertFalse(quick.isOver(0));
    }

    @Test
    void whenAQuarterWaitNoneIsGivenASecondWithoutAByte() {
        Patience still = new Patience(PACE, waiting, 0);
        for (int look = 0; look < 4; look++) {
            assertFalse(still.isOver(0));
            wait(still);
        }
        assertFalse(still.isOver(0));
        for (int i = 0; i < WORKERS / 4; i++) {
            new Patience(PACE, waiting, 0).waitBegins();
        }
        assertTrue(still.isOver(0));
    }

    private static void wait(Patience reader) {
        reader.waitBegins();
        reader.waitEnds(LOOK);
    }
}
