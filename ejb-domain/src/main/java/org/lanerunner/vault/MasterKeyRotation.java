package org.lanerunner.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lanerunner.shared.SealingKey;

/**
 * Changes the master key while servers run. The new key is put first into the file. Then all data keys are wrapped anew in one transaction. Only when that is
 * certain are the old keys taken out of the file. Wherever this is cut off, the file opens all that the database holds, and the rotation is simply run again.
 * It works as the tables' owner, beside the servers.
 */
public final class MasterKeyRotation {

    /** The lock that a transaction shares with others to make a data key, and that the change of the master key holds alone. */
    static final long LOCK = 0x6d61737465726b65L;

    private static final long ONE_AT_A_TIME = LOCK + 1;
    private static final String DEADLOCK = "40P01";
    private static final int MOST_TRIES = 5;

    /** The steps of a rotation, for tests, which cut it off there. */
    public enum Step {
        NEW_KEY_IN_FILE,
        WRAPPED_ANEW,
        OLD_KEYS_OUT_OF_FILE
    }

    /** @param name the name of the key now in use; @param wrapped the number of data keys that now lie under it and lay under others before */
    public record Rotated(String name, int wrapped) {}

    private record DataKey(UUID id, String purpose, String masterKey, byte[] wrapped) {}

    private final Connection owner;
    private final Path file;

    public MasterKeyRotation(Connection owner, Path file) {
        this.owner = owner;
        this.file = file;
    }

    /** @param step told after each step; @throws IllegalStateException when the file lacks a key under which a data key is wrapped: nothing is changed then */
    public Rotated run(Consumer<Step> step) throws SQLException {
        waitForOthers();
        Set<String> missing = missing(owner, file);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(file + " lacks the master key " + String.join(", ", missing)
                    + ", under which data keys lie; nothing was changed");
        }
        List<String> before =
                new MasterKeys(file).all().stream().map(MasterKeyRotation::line).toList();
        MasterKeys.MasterKey fresh = MasterKeys.MasterKey.of(SealingKey.random().bytes());
        List<String> all = new ArrayList<>(List.of(line(fresh)));
        all.addAll(before);
        write(all);
        step.accept(Step.NEW_KEY_IN_FILE);
        int wrapped = wrapAnew(fresh);
        step.accept(Step.WRAPPED_ANEW);
        write(List.of(line(fresh)));
        step.accept(Step.OLD_KEYS_OUT_OF_FILE);
        return new Rotated(fresh.name(), wrapped);
    }

    /**
     * Waits for other rotations, and holds them off to the end of the connection. Two at once would overwrite each other's file, and one would lose the only
     * key of what the other wrapped.
     */
    private void waitForOthers() throws SQLException {
        try (PreparedStatement lock = owner.prepareStatement("SELECT pg_advisory_lock(?)")) {
            lock.setLong(1, ONE_AT_A_TIME);
            lock.execute();
        }
    }

    /** The names of master keys under which data keys of the database are wrapped, and which the file lacks. */
    public static Set<String> missing(Connection owner, Path file) throws SQLException {
        Set<String> missing = new TreeSet<>();
        try (PreparedStatement query = owner.prepareStatement(
                        "SELECT DISTINCT master_key FROM vault.data_key WHERE destroyed_at IS NULL");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                missing.add(rows.getString(1));
            }
        }
        if (!missing.isEmpty()) {
            missing.removeAll(names(file));
        }
        return missing;
    }

    /** The names of the keys in such a file. */
    public static Set<String> names(Path file) {
        return new MasterKeys(file)
                .all().stream().map(MasterKeys.MasterKey::name).collect(Collectors.toSet());
    }

    /**
     * A transaction that seals may hold one key and be about to make another, so that it waits for this one while this one waits for it. Then this one gives
     * way and begins again.
     */
    private int wrapAnew(MasterKeys.MasterKey fresh) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return wrapAll(fresh);
            } catch (SQLException failed) {
                if (!DEADLOCK.equals(failed.getSQLState()) || tries == MOST_TRIES) {
                    throw failed;
                }
            }
        }
    }

    private int wrapAll(MasterKeys.MasterKey fresh) throws SQLException {
        MasterKeys keys = new MasterKeys(file);
        owner.setAutoCommit(false);
        try (PreparedStatement lock = owner.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
            List<DataKey> all = underOthers(fresh.name());
            try (PreparedStatement update = owner.prepareStatement(
                    "UPDATE vault.data_key SET master_key = ?, wrapped = ? WHERE id = ? AND destroyed_at IS NULL")) {
                for (DataKey key : all) {
                    byte[] bytes = DataKeys.unwrap(keys.named(key.masterKey()), key.id(), key.purpose(), key.wrapped());
                    update.setString(1, fresh.name());
                    update.setBytes(2, DataKeys.wrap(fresh, key.id(), key.purpose(), bytes));
                    update.setObject(3, key.id());
                    update.executeUpdate();
                }
            }
            owner.commit();
            return all.size();
        } catch (SQLException | RuntimeException failed) {
            owner.rollback();
            throw failed;
        } finally {
            owner.setAutoCommit(true);
        }
    }

    /** The data keys under other master keys. Their rows are locked, so that none is retired or destroyed meanwhile. */
    private List<DataKey> underOthers(String name) throws SQLException {
        List<DataKey> found = new ArrayList<>();
        try (PreparedStatement query = owner.prepareStatement(
                "SELECT id, purpose, master_key, wrapped FROM vault.data_key WHERE master_key <> ? AND destroyed_at IS NULL ORDER BY id FOR NO KEY UPDATE")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new DataKey(
                            rows.getObject("id", UUID.class),
                            rows.getString("purpose"),
                            rows.getString("master_key"),
                            rows.getBytes("wrapped")));
                }
            }
        }
        return found;
    }

    /** Writes the file so that it is on the disk before anything relies on it. It takes the place of the old file in one step, with that one's rights. */
    private void write(List<String> lines) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes =
                        ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
                folder.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the file of the master keys can't be written", failed);
        }
    }

    private static String line(MasterKeys.MasterKey key) {
        return Base64.getEncoder().encodeToString(key.key().bytes());
    }
}
