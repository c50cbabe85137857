package org.lanerunner.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.demo.ApiClient;
import org.lanerunner.launcher.demo.Person;

/**
 * Reading and posting a load beside the {@link BareTwin}'s, in turns. The twin is asked without a token: no token is read, no session, network or rate is looked at, no filter of the
 * server's own authenticates; the permission is asked of a caller who is taken for granted, a look into a map. What it posts has its row of the audit gathered as ever, but the
 * database throws it away before it is written. So what the audit costs in Java before the commit is on both sides, and all else is on one.
 *
 * <p>The figure is the geometric mean of the turns' ratios, with the 95 % interval that Student's t gives their logarithms.
 */
final class CostOfIdentity {
    private static final String AIM = "at least 0.85 of the same calls without";
    private static final int WARM_UP_SECONDS = 30;
    private static final int ROUND_SECONDS = 8;
    private static final int ROUNDS = 6;

    /** Of Student's t with five degrees of freedom, both sides. */
    private static final double T_95 = 2.571;

    private static final String UNSENT = "SELECT count(*) FROM events.outbox";

    private final int port;
    private final PostedLoad load;
    private final Database.Access access;
    private final Books books;
    private final Console console;

    CostOfIdentity(int port, PostedLoad load, Database.Access access, Console console) {
        this.port = port;
        this.load = load;
        this.access = access;
        this.books = new Books(access);
        this.console = console;
    }

    void measure(Consumer<Figure> told) {
        prepare();
        String token = load.shipper().api().accessToken();
        String twin = "/twin/bare-loads";
        compare(
                "GET one load",
                new Generator(port, HttpConnection.request("GET", "/api/loads/" + load.id(), port, token, null), 200),
                new Generator(port, HttpConnection.request("GET", twin + "/" + load.id(), port, null, null), 200),
                told);
        compare(
                "POST a load",
                new Generator(port, HttpConnection.request("POST", "/api/loads", port, token, load.body()), 201),
                new Generator(port, HttpConnection.request("POST", twin, port, null, load.body()), 201),
                told);
    }

    private void prepare() {
        database(
                "CREATE FUNCTION audit.thrown_away() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE TRIGGER thrown_away BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.thrown_away()");
        audited(true);
        Person shipper = load.shipper();
        String person = books.text("SELECT id::text FROM identity.person WHERE email_key = '" + shipper.email() + "'");
        ApiClient.Answer named = shipper.api()
                .call(
                        "PUT",
                        "/twin/bare-loads/caller?person=" + person + "&organisation=" + shipper.organisationId(),
                        null);
        if (!named.succeeded()) {
            throw new LaunchFailure("The twin's caller could not be named: " + named.status() + " " + named.body());
        }
    }

    private void audited(boolean written) {
        database("ALTER TABLE audit.entry " + (written ? "DISABLE" : "ENABLE") + " TRIGGER thrown_away");
    }

    private void compare(String name, Generator own, Generator twin, Consumer<Figure> told) {
        console.step(name + ", warming up", () -> own.warmUp(WARM_UP_SECONDS).and(twin.warmUp(WARM_UP_SECONDS)));
        List<Double> logarithms = new ArrayList<>();
        Generator.Result ours = new Generator.Result(new long[0], 0, 0);
        Generator.Result bare = ours;
        for (int round = 0; round < ROUNDS; round++) {
            quiet();
            Generator.Result mine = console.step(name, () -> own.run(ROUND_SECONDS));
            quiet();
            audited(false);
            Generator.Result its = console.step(name + ", bare", () -> twin.run(ROUND_SECONDS));
            audited(true);
            ours = ours.and(mine);
            bare = bare.and(its);
            logarithms.add(Math.log(mine.perSecond() / its.perSecond()));
        }
        told.accept(Figure.beside(name + ", requests a second", ours.perSecond(), "1/s", bare.perSecond(), AIM));
        told.accept(Figure.beside(name + ", p99", ours.p99Milliseconds(), "ms", bare.p99Milliseconds(), "stated"));
        double mean = logarithms.stream().mapToDouble(each -> each).average().orElseThrow();
        double spread = logarithms.stream()
                        .mapToDouble(each -> (each - mean) * (each - mean))
                        .sum()
                / (ROUNDS - 1);
        double half = T_95 * Math.sqrt(spread / ROUNDS);
        told.accept(Figure.alone(name + ", ratio", Math.exp(mean), "of the bare twin", AIM));
        told.accept(
                Figure.alone(name + ", its 95 % interval from", Math.exp(mean - half), "of the bare twin", "stated"));
        told.accept(Figure.alone(name + ", its 95 % interval to", Math.exp(mean + half), "of the bare twin", "stated"));
    }

    private void quiet() {
        long end = System.nanoTime() + 60_000_000_000L;
        while (books.number(UNSENT) > 0 && System.nanoTime() < end) {
            Pause.milliseconds(200);
        }
    }

    private void database(String... statements) {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failure) {
            throw new LaunchFailure("The audit could not be set aside: " + failure.getMessage(), failure);
        }
    }
}
