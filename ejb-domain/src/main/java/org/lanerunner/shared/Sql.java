package org.lanerunner.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Plain SQL in the caller's transaction, for rows that are appended, counted, or changed only from an expected state, rather than loaded as an entity. It sees
 * what JPA has flushed. Parameters are UUID, Instant, LocalDate, enums (by name), numbers, text, booleans or null, and arrays of UUID, Long, Integer, Double,
 * String or Boolean.
 */
@ApplicationScoped
public class Sql {

    /** Reads one row of a result into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private static final Map<Class<?>, String> ARRAYS = Map.of(
            UUID[].class, "uuid",
            Long[].class, "bigint",
            Integer[].class, "integer",
            Double[].class, "float8",
            String[].class, "text",
            Boolean[].class, "boolean");

    private DataSource database;

    Sql() {}

    /** Is called by tests, which have no server to give a data source. */
    public Sql(DataSource database) {
        this.database = database;
    }

    @Resource(lookup = "java:jboss/datasources/LaneRunner")
    void setDatabase(DataSource database) {
        this.database = database;
    }

    /** @return how many rows changed */
    public int update(String sql, Object... parameters) {
        return with(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /** Runs one statement once for each row of parameters, in their order. */
    public void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        with(sql, statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        return with(sql, statement -> {
            bind(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private <T> T with(String sql, Use<T> use) {
        StatementCount.sent();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Instant time) {
                statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
            } else if (value instanceof LocalDate date) {
                statement.setObject(i + 1, date);
            } else if (value instanceof Object[] several) {
                statement.setArray(
                        i + 1, statement.getConnection().createArrayOf(ARRAYS.get(value.getClass()), several));
            } else if (value instanceof Enum<?> word) {
                statement.setString(i + 1, word.name());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
