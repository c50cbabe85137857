package org.lanerunner.events.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.Outbox;
import org.lanerunner.shared.Storage;

/** When the relay works and when it waits. */
class OutboxRelayTest {

    private final MovingClock clock = new MovingClock();
    private final WaitingOutbox outbox = new WaitingOutbox();
    private final Disk disk = new Disk();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final OutboxRelay relay = relay();

    @Test
    void wakingNeverWorksOnTheCallersThread() {
        outbox.waiting = 3;
        relay.wake();
        assertEquals(3, outbox.waiting);
        run();
        assertEquals(0, outbox.waiting);
    }

    @Test
    void manyWakesAreOneRun() {
        outbox.waiting = 1;
        for (int i = 0; i < 100; i++) {
            relay.wake();
        }
        assertEquals(1, threads.size());
        run();
        assertEquals(0, outbox.waiting);
    }

    @Test
    void whatComesWhileOneRoundWorksWaitsForThePauseAndGoesTogether() {
        outbox.waiting = 1;
        relay.wake();
        threads.poll().run();
        assertEquals(1, outbox.tries);
        outbox.waiting = 5;
        relay.wake();
        relay.wake();
        assertTrue(threads.isEmpty());
        assertEquals(1, later.size());
        later.poll().run();
        assertEquals(2, outbox.tries);
        assertEquals(0, outbox.waiting);
    }

    @Test
    void pauseThatNeverEndsIsEndedByTheNextWake() {
        outbox.waiting = 1;
        relay.wake();
        threads.poll().run();
        outbox.waiting = 1;
        later.clear();
        relay.wake();
        assertTrue(threads.isEmpty(), "the pause is not over");
        clock.forward(Duration.ofMillis(20));
        relay.wake();
        run();
        assertEquals(0, outbox.waiting);
    }

    @Test
    void pauseThatEndsAfterTheNextRoundBeganStartsNoSecondOne() {
        outbox.waiting = 1;
        relay.wake();
        threads.poll().run();
        Runnable late = later.poll();
        clock.forward(Duration.ofMillis(20));
        outbox.waiting = 1;
        relay.wake();
        threads.poll().run();
        int tries = outbox.tries;
        late.run();
        assertEquals(tries, outbox.tries);
        assertEquals(1, later.size());
    }

    @Test
    void goesOnWithoutAPauseWhileBatchesAreFull() {
        outbox.waiting = 1_700;
        relay.wake();
        threads.poll().run();
        assertEquals(4, outbox.tries);
        assertEquals(0, outbox.waiting);
    }

    @Test
    void wakeDuringTheLastLookIsNotLost() {
        outbox.onEmpty = () -> {
            outbox.waiting = 1;
            relay.wake();
        };
        relay.wake();
        run();
        assertEquals(0, outbox.waiting);
    }

    @Test
    void waitsLongerAndLongerWhileTheBrokerIsAway() {
        outbox.waiting = 1;
        outbox.brokerAway = true;
        for (long milliseconds : new long[] {500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000}) {
            int tries = outbox.tries;
            relay.wake();
            run();
            assertEquals(tries + 1, outbox.tries);
            clock.forward(Duration.ofMillis(milliseconds - 1));
            relay.wake();
            run();
            assertEquals(tries + 1, outbox.tries, "before " + milliseconds + " ms");
            clock.forward(Duration.ofMillis(1));
        }
    }

    @Test
    void goesOnWhenTheBrokerIsBackAndForgetsTheWaiting() {
        outbox.waiting = 2;
        outbox.brokerAway = true;
        relay.wake();
        run();
        outbox.brokerAway = false;
        clock.forward(Duration.ofMillis(500));
        relay.wake();
        run();
        assertEquals(0, outbox.waiting);
        outbox.waiting = 1;
        outbox.brokerAway = true;
        relay.wake();
        run();
        clock.forward(Duration.ofMillis(500));
        outbox.brokerAway = false;
        relay.wake();
        run();
        assertEquals(0, outbox.waiting);
    }

    @Test
    void withoutAFreeThreadTheNextWakeTriesAgain() {
        outbox.waiting = 1;
        relay.workOn(
                task -> {
                    throw new RejectedExecutionException();
                },
                later::add);
        relay.wake();
        relay.workOn(threads::add, later::add);
        relay.wake();
        run();
        assertEquals(0, outbox.waiting);
    }

    @Test
    void nothingGoesToABrokerWhoseDiskIsFullAndAllDoesWhenThereIsRoomAgain() {
        outbox.waiting = 3;
        disk.full = true;
        relay.wake();
        run();
        assertEquals(0, outbox.tries);
        disk.full = false;
        clock.forward(Duration.ofSeconds(1));
        relay.wake();
        run();
        assertEquals(0, outbox.waiting);
    }

    @Test
    void stoppedRelayDoesNothing() {
        outbox.waiting = 1;
        relay.stop();
        relay.wake();
        run();
        assertEquals(1, outbox.waiting);
    }

    private OutboxRelay relay() {
        OutboxRelay made = new OutboxRelay(outbox, null, disk, clock);
        made.workOn(threads::add, later::add);
        return made;
    }

    private void run() {
        do {
            threads.addAll(later);
            later.clear();
            while (!threads.isEmpty()) {
                threads.poll().run();
            }
        } while (!later.isEmpty());
    }

    private static final class Disk extends Storage {
        private boolean full;

        @Override
        public void requireRoom(Place place) {
            if (full) {
                throw full(place);
            }
        }
    }

    /** Gives all that waits, or fails. */
    private static final class WaitingOutbox extends Outbox {
        private int waiting;
        private int tries;
        private boolean brokerAway;
        private Runnable onEmpty;

        WaitingOutbox() {
            super(null, null);
        }

        @Override
        public int relay(int limit, Sender sender) {
            tries++;
            if (brokerAway) {
                throw new IllegalStateException("no broker");
            }
            if (waiting == 0) {
                Runnable once = onEmpty;
                onEmpty = null;
                if (once != null) {
                    once.run();
                }
                return 0;
            }
            int sent = Math.min(limit, waiting);
            waiting -= sent;
            return sent;
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T08:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
