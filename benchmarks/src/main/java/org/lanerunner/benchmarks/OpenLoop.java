package org.lanerunner.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.lanerunner.launcher.LaunchFailure;

/**
 * Requests that are due at fixed times, whether those before are answered or not, as they come from people who know nothing of each other. What one took is counted from when it was
 * due, so that a server that makes all wait is not asked less and does not look quick. Each connection has a loopback address of its own where that is wanted.
 */
final class OpenLoop {
    private final int port;
    private final int perSecond;
    private final int connections;
    private final boolean ownAddresses;
    private final IntFunction<byte[]> requests;

    /** @param requests that of a number, counted from zero */
    OpenLoop(int port, int perSecond, int connections, boolean ownAddresses, IntFunction<byte[]> requests) {
        this.port = port;
        this.perSecond = perSecond;
        this.connections = connections;
        this.ownAddresses = ownAddresses;
        this.requests = requests;
    }

    /** @param nanoseconds of each, from when it was due; @param statuses how often each was the answer; @param seconds until all were answered */
    record Result(long[] nanoseconds, Map<Integer, Integer> statuses, double seconds) {
        double milliseconds(double quantile) {
            long[] sorted = nanoseconds.clone();
            Arrays.sort(sorted);
            return sorted[Math.min(sorted.length - 1, (int) (sorted.length * quantile))] / 1e6;
        }

        double perSecond() {
            return nanoseconds.length / seconds;
        }
    }

    Result run(int seconds) {
        long[] took = new long[seconds * perSecond];
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                InetAddress from = ownAddresses ? loopback(i) : null;
                running.add(threads.submit(() -> {
                    send(from, start, next, took, statuses);
                    return null;
                }));
            }
            for (Future<Void> each : running) {
                each.get();
            }
            return new Result(took, new TreeMap<>(statuses), (System.nanoTime() - start) / 1e9);
        } catch (ExecutionException failed) {
            throw new LaunchFailure(
                    "The load could not be sent: " + failed.getCause().getMessage(), failed);
        } catch (IOException failed) {
            throw new LaunchFailure("The load could not be sent: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Takes what is due next as long as there is something; one that all connections are too busy for is sent late, and its lateness counts. */
    private void send(InetAddress from, long start, AtomicInteger next, long[] took, Map<Integer, Integer> statuses)
            throws IOException {
        try (HttpConnection connection = new HttpConnection(port, from)) {
            for (int i = next.getAndIncrement(); i < took.length; i = next.getAndIncrement()) {
                long due = start + (long) (i * 1e9 / perSecond);
                byte[] request = requests.apply(i);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                int status = connection.exchange(request);
                took[i] = System.nanoTime() - due;
                statuses.merge(status, 1, Integer::sum);
            }
        }
    }

    private static InetAddress loopback(int i) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 1, (byte) (i / 250), (byte) (1 + i % 250)});
    }
}
