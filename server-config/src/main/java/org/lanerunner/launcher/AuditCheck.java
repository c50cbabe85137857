package org.lanerunner.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.lanerunner.events.AuditChain;

/**
 * Checks the sealed audit: that each row is still as it was when it was sealed, that none is missing and none was added, that each block follows from the one
 * before, and that the blocks have the heads that were exported. Rows of the last seconds are not sealed yet.
 */
public final class AuditCheck {

    private static final int MOST_FAULTS = 100;

    /** The same number as in events.drop_month. */
    private static final int MONTHS_KEPT = 12;

    /** @param looked how much was checked; @param faults what is wrong, each in a sentence */
    public record Result(String looked, List<String> faults) {}

    private record Seal(
            long number,
            LocalDate month,
            int epoch,
            String xid,
            UUID lastId,
            List<UUID> ids,
            byte[] digests,
            byte[] content,
            byte[] previous,
            byte[] head,
            String sealedAt) {}

    private record Exported(String at, String head) {}

    private final Database.Access access;
    private final Path headsFile;
    private final List<String> faults = new ArrayList<>();
    private long rows;
    private long blocks;

    public AuditCheck(Database.Access access, Path headsFile) {
        this.access = access;
        this.headsFile = headsFile;
    }

    public Result run() {
        Map<Long, Exported> exported = exported();
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<LocalDate, String> fallen = fallen(connection);
            Map<LocalDate, String> lastOfFallen = new HashMap<>();
            statement.setFetchSize(50);
            Seal before = null;
            try (ResultSet found = statement.executeQuery(
                    "SELECT number, month, epoch, xid::text, last_id, row_ids, digests, content, previous, head, sealed_at::text FROM audit.seal ORDER BY number")) {
                while (found.next()) {
                    Seal seal = seal(found);
                    checkChain(before, seal);
                    checkExported(seal, exported);
                    if (seal.ids() == null) {
                        lastOfFallen.put(seal.month(), hex(seal.head()));
                    }
                    checkRows(connection, before, seal);
                    before = seal;
                    blocks++;
                }
            }
            lastOfFallen.forEach((month, head) -> {
                if (!head.equals(fallen.get(month))) {
                    fault("The blocks of " + named(month)
                            + " have lost their rows, and no month fell that ended with them.");
                } else if (month.plusMonths(MONTHS_KEPT + 1L).isAfter(LocalDate.now(ZoneOffset.UTC))) {
                    fault("The rows of " + named(month) + " are gone, a month that may not fall yet.");
                }
            });
            checkTail(before == null ? 0 : before.number(), exported);
        } catch (SQLException broken) {
            throw new LaunchFailure("The audit can't be read: " + broken.getMessage(), broken);
        }
        return new Result(
                "Looked at " + rows + " rows in " + blocks + " blocks and " + exported.size() + " exported heads: "
                        + (faults.isEmpty() ? "nothing is wrong." : "this is wrong:"),
                faults);
    }

    private void checkChain(Seal before, Seal seal) {
        long expected = before == null ? 1 : before.number() + 1;
        byte[] previous = before == null ? AuditChain.START : before.head();
        if (seal.number() != expected) {
            fault("Blocks " + expected + " to " + (seal.number() - 1) + " are missing.");
        } else if (!Arrays.equals(seal.previous(), previous)) {
            fault("Block " + seal.number() + " does not follow from the one before it: one of the two was changed.");
        }
        boolean whole = Arrays.equals(seal.head(), AuditChain.head(seal.previous(), seal.content()))
                && (seal.ids() == null
                        || Arrays.equals(
                                seal.content(),
                                AuditChain.content(seal.number(), seal.month(), seal.ids(), seal.digests())));
        if (!whole) {
            fault("Block " + seal.number() + " was changed after it was made at " + seal.sealedAt() + ".");
        }
    }

    /** A month that was dropped has no rows any more; a row in the place of its blocks was added later. */
    private void checkRows(Connection connection, Seal before, Seal seal) throws SQLException {
        Map<UUID, Integer> missing = new LinkedHashMap<>();
        for (int i = 0; seal.ids() != null && i < seal.ids().size(); i++) {
            missing.put(seal.ids().get(i), i);
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT " + AuditChain.COLUMNS
                + " FROM audit.entry e WHERE (e.epoch, e.xid, e.id) > (?, ?::text::xid8, ?) AND (e.epoch, e.xid, e.id) <= (?, ?::text::xid8, ?)"
                + " ORDER BY e.epoch, e.xid, e.id")) {
            query.setInt(1, before == null ? 0 : before.epoch());
            query.setString(2, before == null ? "0" : before.xid());
            query.setObject(3, before == null ? new UUID(0, 0) : before.lastId());
            query.setInt(4, seal.epoch());
            query.setString(5, seal.xid());
            query.setObject(6, seal.lastId());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows++;
                    AuditChain.Row row = AuditChain.row(found);
                    Integer place = missing.remove(row.id());
                    String said = row.id() + " (" + found.getString(7) + ", " + found.getString(2) + ")";
                    if (place == null) {
                        fault("Row " + said + " came into block " + seal.number() + " after it was sealed.");
                    } else if (!Arrays.equals(row.digest(), AuditChain.digestOf(seal.digests(), place))) {
                        fault("Row " + said + " was changed after it was sealed in block " + seal.number() + ".");
                    }
                }
            }
        }
        missing.keySet()
                .forEach(id -> fault("Row " + id + " is missing; it was sealed in block " + seal.number() + " at "
                        + seal.sealedAt() + "."));
    }

    private void checkExported(Seal seal, Map<Long, Exported> exported) {
        Exported then = exported.get(seal.number());
        if (then != null && !then.head().equals(hex(seal.head()))) {
            fault("Block " + seal.number() + " has another head than the one that was exported at " + then.at() + ".");
        }
    }

    private void checkTail(long last, Map<Long, Exported> exported) {
        exported.forEach((number, then) -> {
            if (number > last) {
                fault("The audit ends with block " + last + ", but block " + number + " was there at " + then.at()
                        + ": its tail was cut off.");
            }
        });
    }

    private static String named(LocalDate month) {
        return month.toString().substring(0, "2026-11".length());
    }

    private void fault(String said) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(said);
        }
    }

    private static Map<LocalDate, String> fallen(Connection connection) throws SQLException {
        Map<LocalDate, String> heads = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT month, encode(sealed_head, 'hex') FROM events.fallen_month WHERE log = 'audit.entry'")) {
            while (found.next()) {
                heads.put(found.getObject(1, LocalDate.class), found.getString(2));
            }
        }
        return heads;
    }

    private static Seal seal(ResultSet found) throws SQLException {
        return new Seal(
                found.getLong("number"),
                found.getObject("month", LocalDate.class),
                found.getInt("epoch"),
                found.getString("xid"),
                found.getObject("last_id", UUID.class),
                found.getArray("row_ids") == null
                        ? null
                        : List.of((UUID[]) found.getArray("row_ids").getArray()),
                found.getBytes("digests"),
                found.getBytes("content"),
                found.getBytes("previous"),
                found.getBytes("head"),
                found.getString("sealed_at"));
    }

    /** Reads one line for each head: time, number of the block, the head. */
    private Map<Long, Exported> exported() {
        Map<Long, Exported> heads = new TreeMap<>();
        if (!Files.exists(headsFile)) {
            return heads;
        }
        try {
            for (String line : Files.readAllLines(headsFile, StandardCharsets.US_ASCII)) {
                String[] words = line.split(" ");
                if (words.length == 3 && words[1].matches("\\d{1,18}")) {
                    heads.put(Long.parseLong(words[1]), new Exported(words[0], words[2]));
                } else {
                    fault("The exported heads hold a line that is none: " + line);
                }
            }
        } catch (IOException broken) {
            throw new LaunchFailure("The exported heads can't be read: " + broken.getMessage(), broken);
        }
        return heads;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
