package org.lanerunner.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lanerunner.launcher.LaunchFailure;

/** The same request from a fixed number of connections for a fixed time, each sending its next one when the answer is there. */
final class Generator {
    private static final int CONNECTIONS = 16;

    /** Few, so that the server's compilers get their share of the processors and are done sooner. */
    private static final int WARM_UP_CONNECTIONS = 2;

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int port;
    private final byte[] request;
    private final int wanted;

    Generator(int port, byte[] request, int wanted) {
        this.port = port;
        this.request = request;
        this.wanted = wanted;
    }

    /** What a round, or several together, came to. */
    record Result(long[] nanoseconds, double seconds, double generatorCpuSeconds) {
        Result and(Result other) {
            long[] all = Arrays.copyOf(nanoseconds, nanoseconds.length + other.nanoseconds.length);
            System.arraycopy(other.nanoseconds, 0, all, nanoseconds.length, other.nanoseconds.length);
            return new Result(all, seconds + other.seconds, generatorCpuSeconds + other.generatorCpuSeconds);
        }

        double perSecond() {
            return nanoseconds.length / seconds;
        }

        double p99Milliseconds() {
            long[] sorted = nanoseconds.clone();
            Arrays.sort(sorted);
            return sorted.length == 0 ? Double.NaN : sorted[(int) (sorted.length * 0.99)] / 1e6;
        }
    }

    Result warmUp(int seconds) {
        return run(seconds, WARM_UP_CONNECTIONS);
    }

    Result run(int seconds) {
        return run(seconds, CONNECTIONS);
    }

    private Result run(int seconds, int connections) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long cpu = MACHINE.getProcessCpuTime();
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> connection(end)));
            }
            Result all = new Result(new long[0], 0, 0);
            for (Future<long[]> each : running) {
                all = all.and(new Result(each.get(), 0, 0));
            }
            return new Result(
                    all.nanoseconds(), (System.nanoTime() - start) / 1e9, (MACHINE.getProcessCpuTime() - cpu) / 1e9);
        } catch (ExecutionException failed) {
            throw new LaunchFailure(
                    "The load could not be sent: " + failed.getCause().getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        } finally {
            threads.shutdown();
        }
    }

    private long[] connection(long end) throws IOException {
        long[] took = new long[1024];
        int count = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            for (long before = System.nanoTime(); before < end; ) {
                int status = connection.exchange(request);
                long after = System.nanoTime();
                if (status != wanted) {
                    throw new IOException("an answer was " + status + ", not " + wanted);
                }
                if (count == took.length) {
                    took = Arrays.copyOf(took, count * 2);
                }
                took[count++] = after - before;
                before = after;
            }
        }
        return Arrays.copyOf(took, count);
    }
}
