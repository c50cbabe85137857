package org.lanerunner.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The output for the person at the terminal: one line for each step with its time, and a sign of life during a long one. */
public final class Console {
    private static final int SIGN_OF_LIFE_SECONDS = 5;
    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Runs the work, and shows what it is and how long it took. */
    public <T> T step(String what, Callable<T> work) {
        long start = System.nanoTime();
        CountDownLatch done = new CountDownLatch(1);
        Thread signs = new Thread(() -> signsOfLife(what, start, done), "console");
        signs.setDaemon(true);
        signs.start();
        try {
            T result = work.call();
            say(line(what, start));
            return result;
        } catch (LaunchFailure failure) {
            throw failure;
        } catch (Exception failure) {
            throw new LaunchFailure(what + " failed: " + failure.getMessage(), failure);
        } finally {
            done.countDown();
        }
    }

    private void signsOfLife(String what, long start, CountDownLatch done) {
        try {
            while (!done.await(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS)) {
                say(line(what + " …", start));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(String what, long start) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "  %-52s %6.1f s", what, seconds);
    }
}
