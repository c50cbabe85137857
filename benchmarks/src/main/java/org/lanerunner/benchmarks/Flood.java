package org.lanerunner.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lanerunner.launcher.Console;

/**
 * Reading one load 100 times a second, alone and while 500 wrong sign-ins a second come from 250 addresses: half of them for 50 accounts that are there, which soon wait, half for an
 * address of its own each, which is looked up and hashed for nobody as long as there is a place.
 */
final class Flood {
    private static final int READS_PER_SECOND = 100;
    private static final int READERS = 64;
    private static final int WRONG_PER_SECOND = 500;
    private static final int GUESSERS = 250;
    private static final int ACCOUNTS = 50;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 30;

    /** The flood is there before the reading that is measured begins, and after it ends. */
    private static final int EDGE_SECONDS = 3;

    private final int port;
    private final Console console;
    private final OpenLoop reading;

    Flood(int port, PostedLoad load, Console console) {
        this.port = port;
        this.console = console;
        byte[] request = HttpConnection.request(
                "GET", "/api/loads/" + load.id(), port, load.shipper().api().accessToken(), null);
        this.reading = new OpenLoop(port, READS_PER_SECOND, READERS, false, i -> request);
    }

    void measure(Consumer<Figure> told) {
        console.step("reading and a flood, warming up", () -> beside(WARM_UP_SECONDS, "warm")
                .reads());
        OpenLoop.Result alone = console.step("reading alone", () -> reading.run(SECONDS));
        Both both = console.step("reading during the flood", () -> beside(SECONDS, "flood"));
        for (double quantile : new double[] {0.5, 0.95, 0.99}) {
            told.accept(Figure.beside(
                    "GET one load during the flood, p" + Math.round(quantile * 100),
                    both.reads().milliseconds(quantile),
                    "ms",
                    alone.milliseconds(quantile),
                    quantile == 0.99 ? "at most 50 ms" : "stated"));
        }
        both.reads()
                .statuses()
                .forEach((status, count) -> told.accept(Figure.alone(
                        "GET one load during the flood, answers " + status,
                        count,
                        "answers",
                        status == 200 ? "all" : "none")));
        told.accept(
                Figure.alone("wrong sign-ins, answered", both.wrong().perSecond(), "1/s", WRONG_PER_SECOND + " sent"));
        both.wrong()
                .statuses()
                .forEach((status, count) -> told.accept(
                        Figure.alone("wrong sign-ins, answers " + status, count, "answers", "401, 429 or 503")));
        told.accept(Figure.alone("wrong sign-ins, p99", both.wrong().milliseconds(0.99), "ms", "stated"));
    }

    private record Both(OpenLoop.Result reads, OpenLoop.Result wrong) {}

    private Both beside(int seconds, String run) {
        OpenLoop flood = new OpenLoop(
                port,
                WRONG_PER_SECOND,
                GUESSERS,
                true,
                i -> SignInRequest.of(
                        port,
                        i % 2 == 0 ? "known" + i / 2 % ACCOUNTS + "@demo.example" : run + i + "@demo.example",
                        "wrong horse battery staple"));
        CompletableFuture<OpenLoop.Result> wrong =
                CompletableFuture.supplyAsync(() -> flood.run(seconds + 2 * EDGE_SECONDS));
        Pause.milliseconds(EDGE_SECONDS * 1000L);
        OpenLoop.Result reads = reading.run(seconds);
        return new Both(reads, wrong.join());
    }
}
