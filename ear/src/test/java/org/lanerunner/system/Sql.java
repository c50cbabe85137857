package org.lanerunner.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/** The database behind the server, looked at past the services. */
public final class Sql {

    private Sql() {}

    /** The one number that the query answers, asked in the role that owns the tables. */
    public static long number(String query) {
        try (Connection connection = TestServer.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The one text that the query answers, asked in the role that owns the tables. */
    public static String text(String query) {
        try (Connection connection = TestServer.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Changes rows in the role that owns the tables. */
    public static void run(String... statements) {
        try (Connection connection = TestServer.connectAsOwner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The number that the query answers after the statements, asked in the role that owns the tables; nothing of it stays. */
    static long trial(String query, String... statements) {
        try (Connection connection = TestServer.connectAsOwner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                ResultSet row = statement.executeQuery(query);
                row.next();
                return row.getLong(1);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What a call answers that waits for the row which the first statement holds, while the second changes what the call has looked at before it waited. */
    static <T> T whileItWaits(String hold, String change, Supplier<T> call) {
        try (Connection holder = TestServer.connectAsOwner();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(hold);
            int pid = holder.unwrap(PGConnection.class).getBackendPID();
            CompletableFuture<T> answer = CompletableFuture.supplyAsync(call);
            Eventually.get(
                    () -> number(
                            "SELECT count(*) FROM pg_stat_activity WHERE " + pid + " = ANY (pg_blocking_pids(pid))"),
                    waiting -> waiting > 0);
            statement.execute(change);
            holder.commit();
            return answer.join();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What two calls answer that both have to wait while a row is held: the second begins once the first waits, and the row is let go once both do. */
    static <T> List<T> whileBothWait(String hold, Supplier<T> first, Supplier<T> second) {
        try (Connection holder = TestServer.connectAsOwner();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(hold);
            CompletableFuture<T> one = CompletableFuture.supplyAsync(first);
            waitUntilWaiting(1);
            CompletableFuture<T> other = CompletableFuture.supplyAsync(second);
            waitUntilWaiting(2);
            holder.commit();
            return List.of(one.join(), other.join());
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void waitUntilWaiting(int calls) {
        Eventually.get(
                () -> number("SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0"),
                waiting -> waiting >= calls);
    }

    /** What a call answers while these rows are held; they are let go whatever it answers. */
    static <T> T whileHeld(Supplier<T> call, String... holds) {
        try (Connection holder = TestServer.connectAsOwner();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            for (String hold : holds) {
                statement.execute(hold);
            }
            return call.get();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Whether anybody waits for what the holder's transaction has locked. */
    static boolean isSomebodyWaitingFor(Connection holder, Connection watching) throws SQLException {
        int holding = holder.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (var statement = watching.createStatement();
                var rows = statement.executeQuery(
                        "SELECT 1 FROM pg_locks waiting JOIN pg_locks held ON held.transactionid = waiting.transactionid"
                                + " WHERE NOT waiting.granted AND held.granted AND held.pid = " + holding)) {
            return rows.next();
        }
    }

    /** How many transfers do not sum to zero, and wallets and escrows whose balance is not the sum of their postings. */
    static long booksOutOfBalance() {
        return number("""
                SELECT (SELECT count(*) FROM (SELECT 1 FROM ledger.posting GROUP BY transfer_id, currency HAVING sum(amount_minor) <> 0) t)
                     + (SELECT count(*) FROM ledger.balance b WHERE balance_minor <>
                          (SELECT coalesce(sum(amount_minor), 0) FROM ledger.posting p WHERE p.account_id = b.account_id))""");
    }

    /** The SQL state with which the database refuses a statement of the server's role; nothing of it stays. */
    static String refusal(String... statements) {
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return "none";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
