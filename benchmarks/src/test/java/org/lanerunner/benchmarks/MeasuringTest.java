package org.lanerunner.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is measured with measures: shares of pairs as by hand, and no request that is not sent because the one before it waits. */
class MeasuringTest {

    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void shareIsThatOfAllPairs() {
        assertEquals(
                5.5 / 9,
                SignInTimes.Share.of(new double[] {1, 3, 5}, new double[] {0, 3, 4})
                        .value(),
                1e-9);
        assertEquals(
                1,
                SignInTimes.Share.of(new double[] {5, 6}, new double[] {1, 2}).value());
        assertEquals(
                0,
                SignInTimes.Share.of(new double[] {1, 2}, new double[] {5, 6}).value());
    }

    @Test
    void intervalHoldsOneHalfWhereBothAreTheSameAndNotWhereOneIsSlower() {
        Random random = new Random(1);
        double[] first = random.doubles(200).toArray();
        double[] same = random.doubles(200).toArray();
        double[] slower = random.doubles(200).map(each -> each + 0.5).toArray();
        SignInTimes.Share equal = SignInTimes.Share.of(first, same);
        assertTrue(equal.from() > 0.35 && equal.from() < 0.5 && equal.to() > 0.5 && equal.to() < 0.65, equal::toString);
        SignInTimes.Share unequal = SignInTimes.Share.of(slower, first);
        assertTrue(unequal.from() > 0.65 && unequal.to() <= 1, unequal::toString);
    }

    /** A server that holds up one answer for half a second makes those that were due meanwhile late, and each is counted. */
    @Test
    void whatIsHeldUpIsCountedFromWhenItWasDue() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        served(
                exchange -> {
                    if (requests.getAndIncrement() == 0) {
                        LockSupport.parkNanos(500_000_000);
                    }
                },
                port -> {
                    OpenLoop.Result one = new OpenLoop(port, 50, 1, false, i -> REQUEST).run(1);
                    assertEquals(50, one.nanoseconds().length);
                    assertEquals(Map.of(200, 50), one.statuses());
                    long late = LongStream.of(one.nanoseconds())
                            .filter(took -> took > 100_000_000)
                            .count();
                    assertTrue(late >= 15, () -> late + " of 50 were late");
                });
    }

    /** Only Linux has all of 127.0.0.0/8 without being told. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void eachConnectionHasAnAddressOfItsOwn() throws Exception {
        Set<String> addresses = new ConcurrentSkipListSet<>();
        CountDownLatch both = new CountDownLatch(2);
        served(
                exchange -> {
                    addresses.add(exchange.getRemoteAddress().getAddress().getHostAddress());
                    both.countDown();
                    both.await();
                },
                port -> new OpenLoop(port, 20, 2, true, i -> REQUEST).run(1));
        assertEquals(Set.of("127.1.0.1", "127.1.0.2"), addresses);
    }

    private interface Handling {
        void handle(HttpExchange exchange) throws InterruptedException;
    }

    private static void served(Handling handling, IntConsumer measuring) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try {
                handling.handle(exchange);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            measuring.accept(server.getAddress().getPort());
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
