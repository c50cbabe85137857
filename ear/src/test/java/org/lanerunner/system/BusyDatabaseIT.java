package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL ends what the server asked of it: whoever asked is told to come again, and nobody that something is broken. */
@SystemTest
class BusyDatabaseIT {

    /** The server's statements that wait for the table which the test holds. */
    private static final String WAITING =
            "FROM pg_stat_activity WHERE usename = current_user AND wait_event_type = 'Lock' AND query LIKE '%fleet.vehicle%'";

    @ParameterizedTest
    @ValueSource(strings = {"pg_cancel_backend", "pg_terminate_backend"})
    void statementThatTheDatabaseEndsIs503WithATimeToComeAgain(String end) throws SQLException {
        Person owner = People.carrier();
        CompletableFuture<Answer> waiting;
        try (Connection holder = TestServer.connectAsOwner();
                Connection server = TestServer.connectAsServer();
                Statement hold = holder.createStatement();
                Statement ask = server.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("LOCK TABLE fleet.vehicle IN ACCESS EXCLUSIVE MODE");
            waiting = CompletableFuture.supplyAsync(() -> Rest.get("/api/vehicles", owner));
            Eventually.get(() -> count(ask), number -> number == 1);
            ask.execute("SELECT " + end + "(pid) " + WAITING);
            Answer answer = waiting.join().expect(503, "server/busy");
            assertEquals("1", answer.header("Retry-After"));
            holder.rollback();
        }
        Eventually.get(() -> Rest.get("/api/vehicles", owner).status(), status -> status == 200);
    }

    private static long count(Statement ask) throws SQLException {
        try (ResultSet row = ask.executeQuery("SELECT count(*) " + WAITING)) {
            row.next();
            return row.getLong(1);
        }
    }
}
