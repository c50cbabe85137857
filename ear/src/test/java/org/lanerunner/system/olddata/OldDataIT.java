package org.lanerunner.system.olddata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lanerunner.benchmarks.KillDrill;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.Ports;
import org.lanerunner.launcher.Secrets;
import org.lanerunner.system.Eventually;
import org.lanerunner.system.FreePorts;
import org.lanerunner.system.Rest;

/**
 * A data folder of an earlier version, whose server was killed in the middle of its work, under the server of today: it starts, every record reads as before, work
 * goes on where it stood, and what waited arrives once. How the folder was made, and how its time was stopped, says src/test/resources/old-data/README.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "lanerunner.system.tests", matches = "true")
class OldDataIT {

    /** The last migration that the old version had. */
    private static final MigrationVersion SCHEMA = MigrationVersion.fromVersion("152");

    private static final int PAGE_SIZE = 10;
    private static final int MOST_SHOWN = 40;

    /** Of what waits in the outbox, that of which people are told today. */
    private static final String WAITING = """
            SELECT string_agg(quote_literal(event_id), ', ') FROM events.outbox
            WHERE payload::text ~ 'lanerunner[.](offer[.]made|booking[.]confirmed|booking[.]cancelled)[.]v1'""";

    private final Path home =
            Path.of(System.getProperty("lanerunner.home")).toAbsolutePath().normalize();
    private final DataFolder data = DataFolder.at(home.resolve("ear/target/old-data"));
    private final Ports ports = FreePorts.find();
    private final Console console = new Console(System.out);

    /** Nothing is ever too old to keep. */
    private final Map<String, String> settings = Map.of(
            "LANERUNNER_TEST_MONEY", "true",
            "LANERUNNER_KEEP_EVENTS_MONTHS", "1200",
            "LANERUNNER_KEEP_POSITIONS_MONTHS", "1200",
            "LANERUNNER_HTTP_PORT", String.valueOf(ports.http()));

    private final KillDrill server = new KillDrill(Build.of(home), data, settings, console);
    private final URI address = URI.create("http://127.0.0.1:" + ports.http());
    private final OldClient nobody = OldClient.nobody(address);
    private JsonNode expected;
    private JsonNode world;
    private String waiting;

    @BeforeAll
    void start() throws IOException, SQLException {
        LaneRunner laneRunner = new LaneRunner(Build.of(home), data, EffectiveSettings.of(data, settings), console);
        laneRunner.stop();
        data.deleteIfThere();
        data.create();
        Database.Access access = laneRunner.startDatabase(ports);
        Database.migrate(access, SCHEMA, "classpath:db/migration");
        try (Archive archive = Archive.open(home.resolve("ear/src/test/resources/old-data/old-data.zip"));
                Connection superuser = DriverManager.getConnection(
                        access.url(), "lanerunner_admin", new Secrets(data).text("postgresql-lanerunner_admin"))) {
            archive.putRows(superuser);
            try (Statement statement = superuser.createStatement();
                    ResultSet row = statement.executeQuery(WAITING)) {
                row.next();
                waiting = row.getString(1);
            }
            archive.putFolder("documents", data.documents());
            archive.putFolder("journal", data.server().resolve("data/activemq"));
            expected = Rest.JSON.readTree(archive.readText("expected.json"));
            world = Rest.JSON.readTree(archive.readText("world.json"));
        }
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void everyRecordReadsAsBefore() {
        List<String> things = new ArrayList<>();
        world.path("things").forEach(thing -> things.add(thing.asText()));
        Map<String, OldClient> readers = new TreeMap<>();
        expected.fieldNames()
                .forEachRemaining(name -> readers.put(name, nobody.signIn(OldPeople.email(name), OldPeople.PASSWORD)));
        List<String> differences = readers.entrySet().parallelStream()
                .flatMap(reader -> read(reader.getKey(), reader.getValue(), things).stream())
                .toList();
        assertEquals("", String.join("\n", differences.subList(0, Math.min(MOST_SHOWN, differences.size()))));
    }

    private List<String> read(String name, OldClient reader, List<String> things) {
        JsonNode before = expected.path(name);
        Decided.since(before);
        boolean details = RecordOldData.DETAILED.contains(name);
        return Agreement.differences(name, before, Reading.of(reader, PAGE_SIZE, details, things));
    }

    @Test
    @Order(2)
    void sessionsGoOnAndThoseThatEndedStayEnded() {
        world.path("refreshTokens").forEach(token -> refresh(token).expect(200));
        world.path("endedTokens").forEach(token -> refresh(token).expect(401));
        nobody.post(
                        "/api/auth/invitations/view",
                        object("token", world.at("/invitations/open").asText()))
                .expect(200);
        nobody.post(
                        "/api/auth/invitations/view",
                        object("token", world.at("/invitations/over").asText()))
                .expect(404);
    }

    @Test
    @Order(3)
    void workGoesOnWhereItStood() {
        OldClient carrier = nobody.signIn(OldPeople.email("carla"), OldPeople.PASSWORD);
        OldClient shipper = nobody.signIn(OldPeople.email("sam"), OldPeople.PASSWORD);
        for (String state : List.of("CONFIRMED", "AT_PICKUP", "IN_TRANSIT", "DELIVERED")) {
            String path = "/api/bookings/" + world.path("bookings").path(state).asText();
            switch (state) {
                case "CONFIRMED" -> {
                    carrier.post(path + "/dispatch", object()).expect(200);
                    arrive(carrier, path, 0);
                    depart(carrier, path);
                    deliver(carrier, path);
                }
                case "AT_PICKUP" -> {
                    depart(carrier, path);
                    deliver(carrier, path);
                }
                case "IN_TRANSIT" -> deliver(carrier, path);
                default -> {}
            }
            shipper.post(path + "/accept-proof", null).expect(200);
            assertEquals("SETTLED", shipper.get(path).text("status"));
        }
    }

    /** Also that every event of the log was relayed, and those were acted on that waited in the outbox. */
    @Test
    @Order(4)
    void booksBalanceAndWhatWaitedArrivesOnce() {
        String told = "SELECT count(DISTINCT event_id) FROM notifications.notice WHERE event_id IN (" + waiting + ")";
        Eventually.get(() -> server.text(told), String.valueOf(waiting.split(", ").length)::equals);
        server.check();
    }

    /** Of a consumer that there is no more; nobody would empty them. */
    @Test
    @Order(5)
    void placesThatNobodyListensAtHaveEnded() {
        Eventually.get(
                () -> Files.readString(data.logs().resolve("server.json"))
                        .split("the subscription analytics-event-counts of an earlier version has ended", -1)
                        .length,
                parts -> parts == 3);
    }

    private org.lanerunner.system.Answer refresh(JsonNode token) {
        return nobody.post("/api/auth/refresh", object("refreshToken", token.asText()));
    }

    private static void arrive(OldClient carrier, String booking, int stop) {
        carrier.post(booking + "/arrive", object("stop", stop, "reason", "no signal"))
                .expect(200);
    }

    private static void depart(OldClient carrier, String booking) {
        carrier.post(booking + "/depart", object("stop", 0, "reason", "no signal"))
                .expect(200);
    }

    private static void deliver(OldClient carrier, String booking) {
        arrive(carrier, booking, 1);
        carrier.post(booking + "/deliver", object("receivedBy", "Bo Dock")).expect(200);
    }
}
