package org.lanerunner.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.demo.ApiClient;

/**
 * How long a wrong sign-in takes for an account that is there and for one that is not: 200 of each, one after the other in a random order, four an account so that none has to wait.
 * The figure is the share of pairs, one of each kind, in which the known account's answer took longer, a tie counting half (Mann and Whitney's U over the number of pairs).
 * Where nothing tells them apart it is one half. They overlap when its whole 95 % interval lies between 0.35 and 0.65; with 200 of each the interval is some 0.11 wide.
 */
final class SignInTimes {
    private static final int ACCOUNTS = 50;
    private static final int TRIES = 4;
    private static final int WARM_UPS = 200;
    private static final int REFUSED = 401;
    private static final String PASSWORD = "wrong horse battery staple";
    private static final double NORMAL_95 = 1.96;

    private final int port;
    private final URI server;
    private final Console console;
    private final Random random = new Random(7);

    SignInTimes(int port, URI server, Console console) {
        this.port = port;
        this.server = server;
        this.console = console;
    }

    void measure(Consumer<Figure> told) {
        console.step("sign-ins, " + ACCOUNTS + " accounts", this::register);
        double[][] took = console.step("sign-ins, " + ACCOUNTS * TRIES + " of each kind", this::alternate);
        Share share = Share.of(took[0], took[1]);
        told.accept(Figure.beside(
                "wrong sign-in of a known account, median", median(took[0]), "ms", median(took[1]), "the same"));
        told.accept(Figure.alone("sign-ins, known took longer", share.value(), "of all pairs", "0.5"));
        told.accept(Figure.alone("sign-ins, its 95 % interval from", share.from(), "of all pairs", "at least 0.35"));
        told.accept(Figure.alone("sign-ins, its 95 % interval to", share.to(), "of all pairs", "at most 0.65"));
    }

    private Boolean register() {
        ApiClient api = new ApiClient(server);
        for (int i = 0; i < ACCOUNTS; i++) {
            api.post(
                    "/api/auth/register",
                    Map.of("email", known(i), "password", "correct horse battery staple", "name", "Kim Known"));
        }
        return true;
    }

    /** In pairs of one known and one unknown account, whichever first. */
    private double[][] alternate() {
        double[][] took = new double[2][ACCOUNTS * TRIES];
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int i = 0; i < WARM_UPS; i++) {
                connection.exchange(SignInRequest.of(port, "warm" + i + "@demo.example", PASSWORD));
            }
            for (int i = 0; i < ACCOUNTS * TRIES; i++) {
                int first = random.nextInt(2);
                for (int kind : new int[] {first, 1 - first}) {
                    String email = kind == 0 ? known(i % ACCOUNTS) : "nobody" + i % ACCOUNTS + "@demo.example";
                    byte[] request = SignInRequest.of(port, email, PASSWORD);
                    long before = System.nanoTime();
                    int status = connection.exchange(request);
                    took[kind][i] = (System.nanoTime() - before) / 1e6;
                    if (status != REFUSED) {
                        throw new LaunchFailure("A wrong sign-in was answered with " + status + ".");
                    }
                }
            }
            return took;
        } catch (IOException broken) {
            throw new LaunchFailure("Sign-ins could not be sent: " + broken.getMessage(), broken);
        }
    }

    private static String known(int i) {
        return "known" + i + "@demo.example";
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The share of pairs in which the first is greater, and its 95 % interval by DeLong's variance. */
    record Share(double value, double from, double to) {
        static Share of(double[] first, double[] second) {
            double[] ofFirst = shares(first, second);
            double value = Arrays.stream(ofFirst).average().orElseThrow();
            double[] ofSecond =
                    Arrays.stream(shares(second, first)).map(share -> 1 - share).toArray();
            double error = Math.sqrt(variance(ofFirst) / first.length + variance(ofSecond) / second.length);
            return new Share(value, value - NORMAL_95 * error, value + NORMAL_95 * error);
        }

        /** Of each of the first the share of the second that is smaller. */
        private static double[] shares(double[] of, double[] than) {
            return Arrays.stream(of)
                    .map(one -> Arrays.stream(than)
                            .map(other -> one > other ? 1 : one == other ? 0.5 : 0)
                            .average()
                            .orElseThrow())
                    .toArray();
        }

        private static double variance(double[] values) {
            double mean = Arrays.stream(values).average().orElseThrow();
            return Arrays.stream(values)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / (values.length - 1);
        }
    }
}
