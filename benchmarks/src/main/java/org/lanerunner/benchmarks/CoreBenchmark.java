package org.lanerunner.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.ServerHandle;
import org.lanerunner.launcher.demo.ApiClient;
import org.lanerunner.launcher.demo.People;
import org.lanerunner.launcher.demo.Person;

/**
 * Reading one load and posting a load, beside a trivial resource in the same server with the same authorisation that reads and inserts the same number of
 * rows: in one run, in turns, each after the outbox is empty again. Then the memory that this took, and the kill drill.
 */
final class CoreBenchmark implements Benchmark {
    private static final String AIM = "at least 0.7 of the peer";
    private static final int WARM_UP_SECONDS = 30;
    private static final int WARM_UPS = 2;
    private static final int ROUND_SECONDS = 8;
    private static final int ROUNDS = 3;
    private static final int OWN_ROWS = 4;
    private static final String UNSENT = "SELECT count(*) FROM events.outbox";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String what() {
        return "requests a second and p99 of reading and posting a load beside a trivial resource; memory; kill -9 before every step";
    }

    @Override
    public void run(Build build, int port, Console console, Consumer<Figure> told) {
        DataFolder data = DataFolder.at(build.home().resolve("benchmarks/target/core"));
        // Tokens outlast the run, so that their renewal is no part of it.
        Map<String, String> settings = OutOfReach.and(Map.of(
                "LANERUNNER_TEST_MONEY",
                "true",
                "LANERUNNER_HTTP_PORT",
                String.valueOf(port),
                "LANERUNNER_ACCESS_TOKEN_LIFETIME",
                "PT1H"));
        LaneRunner laneRunner = new LaneRunner(build, data, EffectiveSettings.of(data, settings), console);
        laneRunner.stop();
        data.deleteIfThere();
        data.create();
        try {
            Peer.install(data);
            ServerHandle server = laneRunner.start();
            Database.Access access = laneRunner.startDatabase(server.ports());
            Peer.prepare(data, access);
            new Turns(server, new Books(access), console).measure(told);
            double rss = Memory.rssMegabytes(laneRunner.runningServer().orElseThrow());
            double pss = laneRunner
                    .databasePid()
                    .flatMap(ProcessHandle::of)
                    .map(Memory::pssMegabytes)
                    .orElseThrow();
            told.accept(
                    Figure.alone("memory of the server after the load, RSS", rss, "MB", "with PostgreSQL under 1300"));
            told.accept(
                    Figure.alone("memory of PostgreSQL after the load, PSS", pss, "MB", "with the server under 1300"));
            told.accept(Figure.alone("memory together", rss + pss, "MB", "under 1300"));
        } finally {
            laneRunner.stop();
            data.deleteIfThere();
        }
        new KillBenchmark().run(build, port, console, told);
    }

    /** LaneRunner and peer, one after the other. */
    private static final class Turns {
        private final Books books;
        private final Console console;
        private final int port;
        private final Person shipper;
        private final PostedLoad load;

        Turns(ServerHandle server, Books books, Console console) {
            this.books = books;
            this.console = console;
            this.port = server.ports().http();
            People people =
                    new People(server.address(), name -> server.secrets().text("demo-password-" + name));
            this.shipper = people.owner("SHIPPER", "shipper", "Sam Torres", "Lakeside Foods");
            this.load = PostedLoad.by(shipper);
        }

        void measure(Consumer<Figure> told) {
            ApiClient api = shipper.api();
            String token = api.accessToken();
            String own = load.id();
            String body = load.body();
            String peer = api.post("/bench/loads", tree(body)).path("id").asText();
            int rows = rowsOf(own);
            told.accept(Figure.beside("rows inserted by posting a load", rows, "rows", rows, "the same"));
            compare(
                    "GET one load",
                    new Generator(port, HttpConnection.request("GET", "/api/loads/" + own, port, token, null), 200),
                    new Generator(port, HttpConnection.request("GET", "/bench/loads/" + peer, port, token, null), 200),
                    told);
            String peerPath = "/bench/loads?notes=" + (rows - OWN_ROWS);
            compare(
                    "POST a load",
                    new Generator(port, HttpConnection.request("POST", "/api/loads", port, token, body), 201),
                    new Generator(port, HttpConnection.request("POST", peerPath, port, token, body), 201),
                    told);
        }

        private void compare(String name, Generator own, Generator peer, Consumer<Figure> told) {
            for (int time = 1; time <= WARM_UPS; time++) {
                console.step(
                        name + ", warming up", () -> own.warmUp(WARM_UP_SECONDS).and(peer.warmUp(WARM_UP_SECONDS)));
            }
            Generator.Result ours = new Generator.Result(new long[0], 0, 0);
            Generator.Result theirs = ours;
            for (int round = 0; round < ROUNDS; round++) {
                quiet();
                Generator.Result first = ours;
                ours = console.step(name + ", LaneRunner", () -> first.and(own.run(ROUND_SECONDS)));
                quiet();
                Generator.Result second = theirs;
                theirs = console.step(name + ", peer", () -> second.and(peer.run(ROUND_SECONDS)));
            }
            told.accept(Figure.beside(name + ", requests a second", ours.perSecond(), "1/s", theirs.perSecond(), AIM));
            told.accept(Figure.beside(name + ", p99", ours.p99Milliseconds(), "ms", theirs.p99Milliseconds(), "none"));
            double own100 = ours.generatorCpuSeconds() / ours.seconds() * 100;
            double peer100 = theirs.generatorCpuSeconds() / theirs.seconds() * 100;
            told.accept(
                    Figure.beside(name + ", the load generator's own CPU", own100, "% of a core", peer100, "stated"));
        }

        /** What a round left to be relayed and to be heard is no part of the next one, above all not of the peer's. */
        private void quiet() {
            long end = System.nanoTime() + 60_000_000_000L;
            while (books.number(UNSENT) > 0 && System.nanoTime() < end) {
                Pause.milliseconds(200);
            }
        }

        /** Rows of the posting's own transaction; the outbox's is counted even when the relay has taken it already. */
        private int rowsOf(String loadId) {
            long rows = 1;
            for (String table : List.of(
                    "loads.load",
                    "loads.leg",
                    "loads.stop",
                    "events.event",
                    "events.aggregate_sequence",
                    "audit.entry")) {
                rows += books.number("SELECT count(*) FROM " + table
                        + " WHERE xmin = (SELECT xmin FROM loads.load WHERE id = '" + loadId + "')");
            }
            return (int) rows;
        }

        private static JsonNode tree(String json) {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
