package org.lanerunner.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanerunner.shared.Uuid7;
import org.lanerunner.vault.MasterKeyRotation;

/** The operator's changes of the vault's keys, while the servers run or not; and the check that the file of the master keys fits the database. */
public final class VaultKeys {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BEFORE = ".before-";

    private final Database.Access access;
    private final Path masterKeys;

    public VaultKeys(Database.Access access, Path masterKeys) {
        this.access = access;
        this.masterKeys = masterKeys;
    }

    /**
     * @param destroy whether the former key is deleted; else it is kept in a file aside, for older copies of the database. @return what to tell the operator
     */
    public List<String> rotateMaster(boolean destroy, Instant now) {
        try (Connection owner = connect()) {
            Set<String> names = new TreeSet<>();
            MasterKeyRotation.Rotated rotated = new MasterKeyRotation(owner, masterKeys).run(step -> {
                if (step == MasterKeyRotation.Step.NEW_KEY_IN_FILE) {
                    names.addAll(MasterKeyRotation.names(masterKeys));
                }
                if (step == MasterKeyRotation.Step.WRAPPED_ANEW && !destroy) {
                    keepAside(now);
                }
            });
            List<String> said = new ArrayList<>();
            said.add("Master key " + rotated.name() + " is in use; " + rotated.wrapped()
                    + " data keys lie under it now. Keep a copy of " + masterKeys
                    + " with the next copy of the database.");
            said.add(
                    destroy
                            ? destroyed(names)
                            : "The key before is in " + aside(now)
                                    + ": keep it with the copies of the database from before, not here, and delete it with the last of them.");
            return said;
        } catch (SQLException | IllegalStateException failed) {
            throw new LaunchFailure("The master key was not changed: " + failed.getMessage(), failed);
        }
    }

    /** Retires the data keys in use, of one purpose or of all, and asks for the job that seals their values anew. @return how many were retired */
    public int rotateData(List<String> purposes) {
        try (Connection owner = connect()) {
            int retired = 0;
            for (String purpose : purposes.isEmpty() ? purposesInUse(owner) : purposes) {
                retired += update(
                        owner,
                        "UPDATE vault.data_key SET retired_at = now() WHERE purpose = ? AND retired_at IS NULL",
                        purpose);
            }
            if (retired > 0) {
                update(
                        owner,
                        "INSERT INTO vault.resealing (id, status, requested_at) VALUES (?, 'REQUESTED', now()) ON CONFLICT DO NOTHING",
                        Uuid7.next());
            }
            return retired;
        } catch (SQLException failed) {
            throw new LaunchFailure("The data keys were not changed: " + failed.getMessage(), failed);
        }
    }

    /**
     * Refuses to start over a database whose data keys are protected by a master key that is not in the file: its secrets would be lost one by one, at their
     * first use.
     */
    public void requireFitting() {
        try (Connection owner = connect()) {
            Set<String> missing = MasterKeyRotation.missing(owner, masterKeys);
            if (!missing.isEmpty()) {
                throw new LaunchFailure("This database needs the master key " + String.join(", ", missing) + ", which "
                        + masterKeys + " has not; was an older copy of the database put back? " + whereItIs(missing)
                        + " docs/operations/keys.md says what to do when it is lost. Nothing was changed.");
            }
        } catch (SQLException broken) {
            throw new LaunchFailure("The vault's keys can't be looked at: " + broken.getMessage(), broken);
        }
    }

    private String destroyed(Set<String> names) {
        List<Path> kept = keptAside(names);
        return kept.isEmpty()
                ? "The key before is gone: copies of the database from before open no secrets any more."
                : "The key before is still in "
                        + kept.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + ": with these files deleted, copies of the database from before open no secrets any more.";
    }

    private String whereItIs(Set<String> missing) {
        return keptAside(missing).stream()
                .findFirst()
                .map(file -> file + " has it: add its lines below those of " + masterKeys + '.')
                .orElse("Add the line of the file that was kept with that copy, below those that are there.");
    }

    /** Files of earlier changes, beside the present one, that hold one of the keys. */
    private List<Path> keptAside(Set<String> names) {
        try (Stream<Path> files = Files.list(masterKeys.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(masterKeys.getFileName() + BEFORE))
                    .filter(file -> MasterKeyRotation.names(file).stream().anyMatch(names::contains))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new LaunchFailure("The folder of " + masterKeys + " can't be read.", unreadable);
        }
    }

    /** Keeps all keys but the first aside. The first is the new one, which nobody needs for older copies. */
    private void keepAside(Instant now) {
        try {
            List<String> lines = Files.readAllLines(masterKeys);
            DataFolder.writePrivate(aside(now), String.join("\n", lines.subList(1, lines.size())) + "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path aside(Instant now) {
        return masterKeys.resolveSibling(masterKeys.getFileName() + BEFORE + AT.format(now));
    }

    private static List<String> purposesInUse(Connection owner) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement(
                        "SELECT purpose FROM vault.data_key WHERE retired_at IS NULL ORDER BY purpose");
                ResultSet rows = query.executeQuery()) {
            List<String> purposes = new ArrayList<>();
            while (rows.next()) {
                purposes.add(rows.getString(1));
            }
            return purposes;
        }
    }

    /** Runs in a transaction of its own: a sealing transaction may hold several keys, and must not wait for one that waits for it. */
    private static int update(Connection owner, String sql, Object parameter) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(sql)) {
            update.setObject(1, parameter);
            return update.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }
}
