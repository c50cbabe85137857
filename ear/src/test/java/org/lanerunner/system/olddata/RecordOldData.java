package org.lanerunner.system.olddata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Secrets;
import org.lanerunner.system.Eventually;
import org.lanerunner.system.Rest;

/**
 * No test, but how the fixture was made: makes the archive of {@link OldDataIT} from a running server of an earlier version with an empty data folder; see src/test/resources/old-data/README.md. Kills that
 * server at a moment when events wait both in its outbox and in its broker.
 */
@EnabledIfSystemProperty(named = "lanerunner.old.data", matches = ".+")
class RecordOldData {

    /** Who read each thing of their lists; the others, who see the same or less, the lists. */
    static final Set<String> DETAILED = Set.of("sam", "carla", "bo", "ada", "dana", "dora");

    /** What would run out by itself is put off by 72 years, which keeps the time of day everywhere: windows of what is open, trips ahead, sessions, an invitation. */
    private static final List<String> PUT_OFF = List.of(
            "UPDATE loads.stop s SET window_start_local = window_start_local + i, window_end_local = window_end_local + i, window_start = window_start + i,"
                    + " window_end = window_end + i FROM loads.load l, put_off WHERE l.id = s.load_id AND l.status IN ('DRAFT', 'OPEN')",
            "UPDATE loads.load SET first_window_start = first_window_start + i, expires_at = expires_at + i FROM put_off WHERE status IN ('DRAFT', 'OPEN')",
            "UPDATE deals.offer SET expires_at = expires_at + i FROM put_off WHERE status = 'OPEN'",
            "UPDATE trips.stop s SET planned_local = planned_local + i, planned_at = planned_at + i FROM trips.trip t, put_off"
                    + " WHERE t.id = s.trip_id AND t.status IN ('PLANNED', 'IN_PROGRESS')",
            "UPDATE trips.trip SET starts_at = starts_at + i, ends_at = ends_at + i FROM put_off WHERE status IN ('PLANNED', 'IN_PROGRESS')",
            "UPDATE identity.session SET expires_at = expires_at + i FROM put_off WHERE ended_at IS NULL",
            "UPDATE identity.invitation SET expires_at = expires_at + i FROM put_off WHERE email LIKE 'ivy@%'",
            "UPDATE identity.invitation SET expires_at = now() WHERE email LIKE 'late@%'");

    /** Of the report on the day of the recording, so that no later report of that day takes its place. */
    private static final List<String> EARLIER_REPORT = List.of(
            "UPDATE analytics.lane_run SET business_date = business_date - 10",
            "UPDATE analytics.lane_row SET business_date = business_date - 10",
            "UPDATE analytics.lane_date SET business_date = business_date - 10");

    private final DataFolder data;
    private final Properties server = new Properties();
    private final URI address;

    RecordOldData() throws IOException {
        data = DataFolder.at(Path.of(System.getProperty("lanerunner.old.data")));
        try (Reader properties = Files.newBufferedReader(data.run().resolve("server.properties"))) {
            server.load(properties);
        }
        address = URI.create("http://127.0.0.1:" + server.getProperty("lanerunner.http.port"));
    }

    @Test
    void record() throws SQLException, IOException {
        Path file = Path.of(System.getProperty("lanerunner.old.archive"));
        OldPeople people = new OldPeople(address, new Secrets(data).text("admin-setup-token"));
        OldWorld world = new OldWorld(people)
                .bookingsInEveryState()
                .sharedTrip()
                .marketInEveryState()
                .laneReport();
        try (Connection superuser = connect();
                Connection holder = connect();
                Archive archive = Archive.create(file)) {
            age(superuser, world);
            freeze(superuser);
            await(superuser, "SELECT count(*) FROM events.outbox", 0);
            holdRelayAndConsumers(holder);
            world.lastBusiness();
            await(superuser, "SELECT count(*) FROM events.outbox WHERE bucket < 8", 0);
            archive.writeText("expected.json", json(expectation(people, world)));
            archive.writeText("world.json", json(world(people, world)));
            kill();
            holder.rollback();
            // what the killed server had begun to write ends without it
            await(superuser, "SELECT count(*) FROM pg_stat_activity WHERE usename = 'lanerunner_app'", 0);
            archive.takeRows(superuser);
            archive.takeFolder("documents", data.documents());
            archive.takeFolder("journal", data.server().resolve("data/activemq"));
        }
        System.out.println("made " + file + ", " + Files.size(file) + " bytes");
    }

    /** Lets the time of a load and of an offer pass, and waits until the server's timer has seen it. */
    private void age(Connection superuser, OldWorld world) throws SQLException {
        String day = " - interval '1 day'";
        run(
                superuser,
                "UPDATE loads.stop SET window_start_local = window_start_local" + day
                        + ", window_end_local = window_end_local" + day + ", window_start = window_start" + day
                        + ", window_end = window_end" + day + " WHERE load_id = '" + world.expiringLoad + "'");
        run(
                superuser,
                "UPDATE loads.load SET first_window_start = first_window_start" + day + ", expires_at = expires_at"
                        + day + " WHERE id = '" + world.expiringLoad + "'");
        run(superuser, "UPDATE deals.offer SET expires_at = now() WHERE id = '" + world.expiringOffer + "'");
        await(superuser, "SELECT count(*) FROM loads.load WHERE status = 'EXPIRED'", 1);
        await(superuser, "SELECT count(*) FROM deals.offer WHERE status = 'EXPIRED'", 1);
    }

    private void freeze(Connection superuser) throws SQLException {
        run(superuser, "CREATE TEMP TABLE put_off AS SELECT interval '72 years' AS i");
        for (String update : PUT_OFF) {
            run(superuser, update);
        }
        run(superuser, "DROP TABLE put_off");
        for (String update : EARLIER_REPORT) {
            run(superuser, update);
        }
    }

    /** Events of half of the aggregates stay in the outbox; the others reach the broker, where their consumers wait for a table. */
    private static void holdRelayAndConsumers(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        run(holder, "SELECT 1 FROM events.bucket WHERE bucket >= 8 FOR UPDATE");
        run(holder, "LOCK TABLE events.inbox IN EXCLUSIVE MODE");
    }

    private ObjectNode expectation(OldPeople people, OldWorld world) {
        ObjectNode expected = Rest.JSON.createObjectNode();
        OldClient nobody = OldClient.nobody(address);
        List<String> things = world.things();
        people.refreshTokens().keySet().forEach(name -> {
            OldClient reader = nobody.signIn(OldPeople.email(name), OldPeople.PASSWORD);
            expected.set(name, Reading.of(reader, 100, DETAILED.contains(name), things));
        });
        return expected;
    }

    private static ObjectNode world(OldPeople people, OldWorld world) {
        ObjectNode known = Rest.JSON.createObjectNode();
        known.set("refreshTokens", Rest.JSON.valueToTree(people.refreshTokens()));
        known.set("endedTokens", Rest.JSON.valueToTree(people.endedTokens()));
        known.set("invitations", Rest.JSON.valueToTree(people.invitations()));
        known.set("bookings", Rest.JSON.valueToTree(world.bookings()));
        known.set("things", Rest.JSON.valueToTree(world.things()));
        return known;
    }

    private void kill() {
        List<ProcessHandle> servers = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(all -> Arrays.asList(all).contains("-Dlanerunner.data=" + data.root()))
                        .orElse(false))
                .toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        servers.forEach(process -> process.onExit().join());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                server.getProperty("lanerunner.db.url"),
                "lanerunner_admin",
                new Secrets(data).text("postgresql-lanerunner_admin"));
    }

    private static void await(Connection superuser, String query, long wanted) {
        Eventually.get(
                () -> {
                    try (Statement statement = superuser.createStatement();
                            ResultSet row = statement.executeQuery(query)) {
                        row.next();
                        return row.getLong(1);
                    } catch (SQLException broken) {
                        throw new IllegalStateException(broken);
                    }
                },
                number -> number == wanted);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] json(Object value) throws IOException {
        return Rest.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }
}
