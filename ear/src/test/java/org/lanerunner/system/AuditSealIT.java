package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit is sealed behind what commits, and whoever changes it by SQL is found out. */
@SystemTest
class AuditSealIT {

    /** Rows that were there before the last block. */
    private static final String SEALED =
            "SELECT count(*) FROM audit.entry e, (SELECT epoch, xid, last_id FROM audit.seal ORDER BY number DESC LIMIT 1) s"
                    + " WHERE e.subject_id = '%s' AND (e.epoch, e.xid, e.id) <= (s.epoch, s.xid, s.last_id)";

    @Test
    void aRowThatIsChangedRemovedOrAddedIsNamedAndSoIsATailThatIsCutOff() throws Exception {
        String first = sealedCommand();
        String second = sealedCommand();
        assertEquals(List.of(), check());
        try (Connection owner = TestServer.connectAsOwner();
                Statement statement = owner.createStatement()) {
            // nobody seals meanwhile
            statement.execute("SELECT pg_advisory_lock(7210020)");
            String row = id("subject_id = '" + first + "'");
            changed(statement, row);
            removed(statement, row);
            added(statement, row);
            blockChanged(statement);
            tailCutOff(statement, id("subject_id = '" + second + "'"));
            assertEquals(List.of(), check());
        }
    }

    @Test
    void theServersRoleCanNotTouchWhatIsThere() throws SQLException {
        for (String change : List.of(
                "UPDATE audit.entry SET action = 'nothing'",
                "DELETE FROM audit.entry",
                "UPDATE audit.seal SET head = '\\x00'",
                "DELETE FROM audit.seal")) {
            try (Connection connection = TestServer.connectAsServer();
                    Statement statement = connection.createStatement()) {
                SQLException refused = org.junit.jupiter.api.Assertions.assertThrows(
                        SQLException.class, () -> statement.executeUpdate(change), change);
                assertEquals("42501", refused.getSQLState());
            }
        }
    }

    /** A transaction that began before others and commits after them is sealed too, and in a later block than theirs. */
    @Test
    void whatCommitsLateIsSealedAsWell() throws Exception {
        String late = "00000000-0000-7000-8000-"
                + Long.toHexString(System.nanoTime() | 1L << 46).substring(0, 12);
        try (Connection owner = TestServer.connectAsOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO audit.entry (id, at, principal, principal_id, action, subject_id, call, correlation_id, event_ids) VALUES"
                            + " (gen_random_uuid(), now(), 'SYSTEM', NULL, 'late', '" + late
                            + "', 'test', 'late', '{}')");
            String early = command();
            long before = Sql.number("SELECT coalesce(max(number), 0) FROM audit.seal");
            owner.commit();
            Eventually.get(() -> Sql.number(SEALED.formatted(early)), count -> count == 1);
            assertEquals(1, Sql.number(SEALED.formatted(late)));
            assertTrue(Sql.number(
                            "SELECT min(number) FROM audit.seal WHERE row_ids @> ARRAY[(SELECT id FROM audit.entry WHERE subject_id = '"
                                    + late + "')]")
                    > before);
        }
        assertEquals(List.of(), check());
    }

    /** Of a month that fell its head stays, and the chain is whole. */
    @Test
    void aMonthThatFallsLeavesItsHead() {
        String subject = java.util.UUID.randomUUID().toString();
        Sql.run(
                "SELECT events.make_month('audit.entry', 'at', '2011-03-01')",
                "INSERT INTO audit.entry (id, at, principal, principal_id, action, subject_id, call, correlation_id, event_ids) VALUES"
                        + " (gen_random_uuid(), '2011-03-15', 'SYSTEM', NULL, 'of.old', '" + subject
                        + "', 'test', 'old', '{}')");
        Eventually.get(
                () -> Sql.number("SELECT count(*) FROM audit.seal WHERE month = '2011-03-01'"), count -> count == 1);
        String place =
                Sql.text("SELECT epoch || ', ' || quote_literal(xid::text) FROM audit.seal WHERE month = '2011-03-01'");
        Sql.run("SELECT events.drop_month('audit.entry', '2011-03-01')");
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM events.fallen_month f JOIN audit.seal s ON s.head = f.sealed_head WHERE f.month = '2011-03-01' AND s.row_ids IS NULL"));
        assertEquals(List.of(), check());

        Sql.run(
                "SELECT events.make_month('audit.entry', 'at', '2011-03-01')",
                "INSERT INTO audit.entry (id, at, principal, principal_id, action, call, correlation_id, event_ids, epoch, xid) VALUES"
                        + " ('00000000-0000-0000-0000-00000000000b', '2011-03-15', 'SYSTEM', NULL, 'never.happened', 'test', 'forged', '{}', "
                        + place + ")");
        List<String> faults = check();
        Sql.run("DROP TABLE audit.entry_2011_03");
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(
                faults.get(0).contains("(never.happened, ") && faults.get(0).contains("came into block"),
                faults::toString);
    }

    private static void changed(Statement statement, String row) throws SQLException {
        statement.execute("UPDATE audit.entry SET action = 'driver.praised' WHERE id = '" + row + "'");
        List<String> faults = check();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("Row " + row + " (driver.praised, "), faults::toString);
        assertTrue(faults.get(0).contains("was changed after it was sealed in block "), faults::toString);
        statement.execute("UPDATE audit.entry SET action = 'driver.added' WHERE id = '" + row + "'");
        assertEquals(List.of(), check());
    }

    private static void removed(Statement statement, String row) throws SQLException {
        statement.execute("CREATE TABLE audit.kept AS SELECT * FROM audit.entry WHERE id = '" + row + "'");
        statement.execute("DELETE FROM audit.entry WHERE id = '" + row + "'");
        List<String> faults = check();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("Row " + row + " is missing; it was sealed in block "), faults::toString);
        statement.execute("INSERT INTO audit.entry SELECT * FROM audit.kept");
        statement.execute("DROP TABLE audit.kept");
        assertEquals(List.of(), check());
    }

    private static void added(Statement statement, String row) throws SQLException {
        statement.execute(
                "INSERT INTO audit.entry (id, at, principal, principal_id, action, call, correlation_id, event_ids, epoch, xid)"
                        + " SELECT '00000000-0000-0000-0000-00000000000a', at, principal, principal_id, 'never.happened', call, 'x', '{}', epoch, xid"
                        + " FROM audit.entry WHERE id = '" + row + "'");
        List<String> faults = check();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(
                faults.get(0).contains("(never.happened, ") && faults.get(0).contains("came into block"),
                faults::toString);
        statement.execute("DELETE FROM audit.entry WHERE action = 'never.happened'");
    }

    private static void blockChanged(Statement statement) throws SQLException {
        statement.execute("UPDATE audit.seal SET head = sha256(head) WHERE number = 1");
        List<String> faults = check();
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("Block 1 was changed")), faults::toString);
        statement.execute("UPDATE audit.seal SET head = sha256(previous || content) WHERE number = 1");
        assertEquals(List.of(), check());
    }

    /** With its blocks and all, so that only the exported head knows that there was more. */
    private static void tailCutOff(Statement statement, String row) throws SQLException, IOException {
        long last = Sql.number("SELECT max(number) FROM audit.seal");
        long cut = Sql.number("SELECT number FROM audit.seal WHERE row_ids @> ARRAY['" + row + "'::uuid]");
        Path heads = TestServer.data().auditHeads();
        String before = Files.exists(heads) ? Files.readString(heads) : "";
        Files.createDirectories(heads.getParent());
        Files.writeString(
                heads,
                "2026-11-27T00:00:00Z " + last + " "
                        + Sql.text("SELECT encode(head, 'hex') FROM audit.seal WHERE number = " + last) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertEquals(List.of(), check());
        statement.execute("CREATE TABLE audit.kept_seals AS SELECT * FROM audit.seal WHERE number >= " + cut);
        statement.execute("DELETE FROM audit.seal WHERE number >= " + cut);
        List<String> faults = check();
        assertEquals(
                List.of("The audit ends with block " + (cut - 1) + ", but block " + last
                        + " was there at 2026-11-27T00:00:00Z: its tail was cut off."),
                faults);
        statement.execute("INSERT INTO audit.seal SELECT * FROM audit.kept_seals");
        statement.execute("DROP TABLE audit.kept_seals");
        Files.writeString(heads, before);
    }

    private static List<String> check() {
        return new ArrayList<>(TestServer.auditCheck().run().faults());
    }

    private static String sealedCommand() {
        String subject = command();
        Eventually.get(() -> Sql.number(SEALED.formatted(subject)), count -> count == 1);
        return subject;
    }

    /** What it was done to. */
    private static String command() {
        return Rest.post("/api/drivers", Rest.object("name", "Dana"), People.carrier())
                .expect(201)
                .text("id");
    }

    private static String id(String condition) {
        return Sql.text("SELECT id::text FROM audit.entry WHERE action = 'driver.added' AND " + condition);
    }
}
