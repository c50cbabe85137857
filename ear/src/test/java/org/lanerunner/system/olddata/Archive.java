package org.lanerunner.system.olddata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What a data folder holds, in one small file that does not hang on a kind of machine: every table's rows as PostgreSQL copies them, the history of migrations among
 * them, and the folders of documents and of the broker's journal. What a start makes by itself is left out: binaries, secrets, configuration, the repository of batch jobs.
 */
final class Archive implements AutoCloseable {

    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname AS name,
                (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                 WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'batch')
            ORDER BY name""";
    private static final String SEQUENCES = """
            SELECT schemaname || '.' || sequencename AS name, last_value FROM pg_sequences
            WHERE schemaname <> 'batch' AND last_value IS NOT NULL""";

    private final FileSystem zip;

    private Archive(FileSystem zip) {
        this.zip = zip;
    }

    static Archive create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new Archive(FileSystems.newFileSystem(file, Map.of("create", "true")));
    }

    static Archive open(Path file) throws IOException {
        return new Archive(FileSystems.newFileSystem(file));
    }

    void writeText(String name, byte[] text) throws IOException {
        Path file = zip.getPath(name);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.write(file, text);
    }

    byte[] readText(String name) throws IOException {
        return Files.readAllBytes(zip.getPath(name));
    }

    /** The names of what lies in a folder. */
    List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(zip.getPath(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Takes every row of the database. */
    void takeRows(Connection superuser) throws SQLException, IOException {
        CopyManager copies = superuser.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<String, String> table : ask(superuser, TABLES).entrySet()) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            rows.writeBytes((table.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            String order = table.getValue().contains(",") ? " ORDER BY 1, 2" : " ORDER BY 1";
            copies.copyOut(
                    "COPY (SELECT " + table.getValue() + " FROM " + table.getKey() + order + ") TO STDOUT", rows);
            writeText("rows/" + table.getKey(), rows.toByteArray());
        }
        StringBuilder sequences = new StringBuilder();
        ask(superuser, SEQUENCES)
                .forEach((name, last) ->
                        sequences.append(name).append(' ').append(last).append('\n'));
        writeText("sequences", sequences.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the rows back in the place of what a fresh schema of the same version holds. */
    void putRows(Connection superuser) throws SQLException, IOException {
        CopyManager copies = superuser.unwrap(PGConnection.class).getCopyAPI();
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String table : names("rows")) {
                byte[] rows = readText("rows/" + table);
                int head = new String(rows, StandardCharsets.UTF_8).indexOf('\n');
                statement.execute("DELETE FROM " + table);
                copies.copyIn(
                        "COPY " + table + " (" + new String(rows, 0, head, StandardCharsets.UTF_8) + ") FROM STDIN",
                        new java.io.ByteArrayInputStream(rows, head + 1, rows.length - head - 1));
            }
            for (String line : new String(readText("sequences"), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] sequence = line.split(" ");
                statement.execute("SELECT setval('" + sequence[0] + "', " + sequence[1] + ")");
            }
        }
        superuser.commit();
    }

    void takeFolder(String name, Path folder) throws IOException {
        copy(folder, zip.getPath(name));
    }

    void putFolder(String name, Path folder) throws IOException {
        if (Files.exists(zip.getPath(name))) {
            copy(zip.getPath(name), folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            try (InputStream in = Files.newInputStream(file)) {
                Files.write(target, in.readAllBytes());
            }
        }
    }

    private static Map<String, String> ask(Connection superuser, String query) throws SQLException {
        Map<String, String> answers = new TreeMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.put(rows.getString(1), rows.getString(2));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
