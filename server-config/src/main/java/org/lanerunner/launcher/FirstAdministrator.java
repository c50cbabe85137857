package org.lanerunner.launcher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The one-time link with which the platform's first administrator is made. The person who starts the server first gets it. The database keeps a hash of it
 * and whether it was used; the server's role can't make another one.
 */
final class FirstAdministrator {
    private static final String SECRET = "admin-setup-token";

    private FirstAdministrator() {}

    /** The token of the link, made at the first start; empty once it was used. */
    static Optional<String> token(Database.Access access, Secrets secrets) {
        String token = secrets.text(SECRET);
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password())) {
            insertWhereNone(connection, token);
            return isOpen(connection, token) ? Optional.of(token) : Optional.empty();
        } catch (SQLException broken) {
            throw new LaunchFailure("The first administrator's link can't be kept: " + broken.getMessage(), broken);
        }
    }

    private static void insertWhereNone(Connection connection, String token) throws SQLException {
        String insert =
                "INSERT INTO identity.admin_link (token_hash) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM identity.admin_link)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setBytes(1, hash(token));
            statement.executeUpdate();
        }
    }

    private static boolean isOpen(Connection connection, String token) throws SQLException {
        String query = "SELECT 1 FROM identity.admin_link WHERE token_hash = ? AND used_at IS NULL";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setBytes(1, hash(token));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
