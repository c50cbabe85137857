package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void whoComesWhileOthersWaitIsRefusedAtOnceAndTheOthersGetTheirTurn() {
        Turnstile turnstile = new Turnstile(1, 1, LONG);
        CompletableFuture<String> first = held(turnstile);
        CompletableFuture<String> second =
                CompletableFuture.supplyAsync(() -> turnstile.pass(() -> "second", this::full));
        while (turnstile.waiting() == 0) {
            Thread.onSpinWait();
        }
        assertThrows(Refusal.class, () -> turnstile.pass(() -> "third", this::full));
        done.countDown();
        assertEquals("first", first.join());
        assertEquals("second", second.join());
        assertEquals("fourth", turnstile.pass(() -> "fourth", this::full));
    }

    @Test
    void whoWaitsTooLongIsRefused() {
        Turnstile turnstile = new Turnstile(1, 1, SHORT);
        CompletableFuture<String> first = held(turnstile);
        assertThrows(Refusal.class, () -> turnstile.pass(() -> "second", this::full));
        done.countDown();
        first.join();
    }

    @Test
    void workThatFailsGivesItsPlaceBack() {
        Turnstile turnstile = new Turnstile(1, 0, LONG);
        assertThrows(IllegalStateException.class, () -> turnstile.pass(this::fail, this::full));
        assertEquals("next", turnstile.pass(() -> "next", this::full));
    }

    private CompletableFuture<String> held(Turnstile turnstile) {
        CountDownLatch in = new CountDownLatch(1);
        CompletableFuture<String> running = CompletableFuture.supplyAsync(() -> turnstile.pass(
                () -> {
                    in.countDown();
                    await(done);
                    return "first";
                },
                this::full));
        await(in);
        return running;
    }

    private String fail() {
        throw new IllegalStateException();
    }

    private Refusal full() {
        return new Refusal(Refusal.Kind.TOO_MANY, "shared/full", "Too many.");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
