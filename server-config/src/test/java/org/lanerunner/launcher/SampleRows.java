package org.lanerunner.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts a row into every table that has none, with a plausible value by each column's type and the first word that its check allows. Foreign keys are not asked
 * (replica mode), so order does not matter. A table whose checks want more than that stays empty; the test that needs a row in it says so.
 */
final class SampleRows {
    private static final Pattern QUOTED = Pattern.compile("'([A-Za-z0-9_ .-]+)'");
    private final Connection superuser;

    SampleRows(Connection superuser) throws SQLException {
        this.superuser = superuser;
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
        }
    }

    /** The tables, as schema.table, of all features. */
    Set<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>();
        String query = """
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'migrations', 'batch', 'public')""";
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    boolean isEmpty(String table) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return !rows.next();
        }
    }

    void fill() throws SQLException {
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            for (String table : tables()) {
                if (isEmpty(table)) {
                    Savepoint before = superuser.setSavepoint();
                    try {
                        statement.execute(insertInto(table));
                    } catch (SQLException wantsMoreThanThis) {
                        superuser.rollback(before);
                    }
                }
            }
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    private String insertInto(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String query = """
                SELECT a.attname, format_type(a.atttypid, a.atttypmod),
                    (SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey))
                FROM pg_attribute a
                WHERE a.attrelid = '%s'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''
                AND a.attnotnull AND NOT a.atthasdef""".formatted(table);
        try (Statement statement = superuser.createStatement();
                ResultSet columns = statement.executeQuery(query)) {
            while (columns.next()) {
                names.add(columns.getString(1));
                values.add(value(columns.getString(2), columns.getString(3)));
            }
        }
        return names.isEmpty()
                ? "INSERT INTO " + table + " DEFAULT VALUES"
                : "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                        + values.stream().collect(Collectors.joining(", ")) + ")";
    }

    private static String value(String type, String checks) {
        Matcher allowed = QUOTED.matcher(checks == null ? "" : checks);
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        return switch (type.replaceFirst("\\(.*\\)", "")) {
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "false";
            case "smallint", "integer", "bigint", "numeric", "double precision", "real" -> "1";
            case "timestamp with time zone", "timestamp without time zone" -> "now()";
            case "date" -> "current_date";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "character" -> "'USD'";
            default -> allowed.find() ? "'" + allowed.group(1) + "'" : "'x'";
        };
    }
}
