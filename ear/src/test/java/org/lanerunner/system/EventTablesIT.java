package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event log's tables: append-only for the server's role, partitions made ahead, nothing lost when one is missing. */
@SystemTest
class EventTablesIT {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy_MM");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events.event SET type = 'load.posted'",
                "DELETE FROM events.event",
                "TRUNCATE events.event",
                "DELETE FROM events.event_default",
                "UPDATE audit.entry SET call = 'x'",
                "DELETE FROM audit.entry",
                "UPDATE events.outbox SET payload = ''",
                "DROP TABLE events.event_default",
                "CREATE TABLE events.event_2099_01 PARTITION OF events.event FOR VALUES FROM ('2099-01-01') TO ('2099-02-01')"
            })
    void serversRoleCanOnlyAppend(String sql) throws SQLException {
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement()) {
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> statement.execute(sql), sql)
                            .getSQLState());
        }
    }

    @Test
    void partitionsOfTheMonthsAheadAreThere() throws SQLException {
        try (Connection connection = TestServer.connectAsServer()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            for (int months = 0; months <= 3; months++) {
                String partition = "events.event_" + today.plusMonths(months).format(MONTH);
                assertEquals(partition, single(connection, "SELECT to_regclass('" + partition + "')::text"));
            }
        }
    }

    @Test
    void eventBeyondThePartitionsIsKeptAndMovesToItsMonth() throws SQLException {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).plusMonths(5).withDayOfMonth(15);
        UUID id = UUID.randomUUID();
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    ("INSERT INTO events.event VALUES ('%1$s', 'load.expired', 1, 'load', '%1$s', 1, now(), '%2$s', NULL, NULL, '{}', '{%1$s}', 'test',"
                                    + " '{\"loadId\": \"%1$s\"}')")
                            .formatted(id, month));
            assertEquals("events.event_default", partitionOf(connection, id));
            statement.execute("SELECT events.make_partitions(5)");
            assertEquals("events.event_" + month.format(MONTH), partitionOf(connection, id));
            assertEquals("0", single(connection, "SELECT events.make_partitions(5)"));
        }
    }

    @Test
    void publishedEventStandsInLogAndAuditAndLeavesTheOutbox() throws SQLException {
        Api shipper = Api.register("SHIPPER");
        try (Connection connection = TestServer.connectAsServer()) {
            String where = " WHERE organisation_id = '" + shipper.organisationId() + "'";
            assertEquals(
                    "user.registered",
                    single(
                            connection,
                            "SELECT type FROM events.event WHERE readers @> ARRAY['" + shipper.organisationId()
                                    + "'::uuid]"));
            assertTrue(single(
                            connection,
                            "SELECT call FROM audit.entry WHERE action = 'user.registered' ORDER BY id DESC LIMIT 1")
                    .startsWith("POST /api/auth/register"));
            shipper.post("/wallet/top-ups", "{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}}")
                    .expect(201);
            assertEquals(
                    "POST /api/wallet/top-ups",
                    single(connection, "SELECT call FROM audit.entry" + where + " AND action = 'payment.topped-up'"));
            Eventually.get(() -> single(connection, "SELECT count(*) FROM events.outbox"), "0"::equals);
        }
    }

    private static String partitionOf(Connection connection, UUID id) throws SQLException {
        return single(connection, "SELECT tableoid::regclass::text FROM events.event WHERE id = '" + id + "'");
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
