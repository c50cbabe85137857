package org.lanerunner.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
    static String text(String query) {
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
    static void run(String... statements) {
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
