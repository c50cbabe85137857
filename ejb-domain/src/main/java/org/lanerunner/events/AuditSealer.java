package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * Seals rows of the audit after they are committed. It takes those that no other row can precede any more, in the order of their transactions, one block of one
 * month at a time. Of several nodes one seals at a time. No command waits for it.
 */
@NeedsNoPermission(because = "the system does it by itself")
@Stateless
public class AuditSealer {

    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    private static final int MOST_ROWS = 2_000;
    private static final long LOCK = 7_210_020;

    private record Last(long number, int epoch, String xid, UUID id, byte[] head) {

        static final Last NONE = new Last(0, 0, "0", new UUID(0, 0), AuditChain.START);
    }

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** @return whether there may be more to seal at once */
    public boolean sealNext() {
        boolean mine = sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElseThrow();
        if (!mine) {
            return false;
        }
        Last last = last().orElse(Last.NONE);
        List<AuditChain.Row> rows = sql.query(
                "SELECT " + AuditChain.COLUMNS + """
                         FROM audit.entry e WHERE (e.epoch, e.xid, e.id) > (?, ?::text::xid8, ?)
                        AND (e.epoch < (SELECT events.present_epoch()) OR e.xid < pg_snapshot_xmin(pg_current_snapshot())) ORDER BY e.epoch, e.xid, e.id LIMIT ?""", AuditChain::row, last.epoch(), last.xid(), last.id(), MOST_ROWS);
        if (rows.isEmpty()) {
            return false;
        }
        seal(last, ofOneMonth(rows));
        return true;
    }

    private void seal(Last last, List<AuditChain.Row> rows) {
        AuditChain.Row end = rows.get(rows.size() - 1);
        List<UUID> ids = rows.stream().map(AuditChain.Row::id).toList();
        byte[] digests = AuditChain.digests(rows);
        byte[] content = AuditChain.content(last.number() + 1, end.month(), ids, digests);
        sql.update(
                """
                INSERT INTO audit.seal (number, month, epoch, xid, last_id, rows, row_ids, digests, content, previous, head, sealed_at)
                VALUES (?, ?, ?, ?::text::xid8, ?, ?, ?, ?, ?, ?, ?, ?)""",
                last.number() + 1,
                end.month(),
                end.epoch(),
                end.xid(),
                end.id(),
                rows.size(),
                ids.toArray(UUID[]::new),
                digests,
                content,
                last.head(),
                AuditChain.head(last.head(), content),
                clock.instant());
    }

    /** The rows of the first month. Blocks hold one month only, so a month that is dropped takes whole blocks with it. */
    private static List<AuditChain.Row> ofOneMonth(List<AuditChain.Row> rows) {
        LocalDate month = rows.get(0).month();
        int end = 0;
        while (end < rows.size() && rows.get(end).month().equals(month)) {
            end++;
        }
        return rows.subList(0, end);
    }

    /**
     * Writes the present head to where nobody who changes the database reaches it: as one more line in a file that nothing rewrites, and as a line of the log,
     * for operators who keep either elsewhere.
     *
     * @return whether anything is sealed yet
     */
    public boolean export() {
        Optional<Last> last = last();
        if (last.isEmpty()) {
            return false;
        }
        String line = clock.instant() + " " + last.get().number() + " "
                + HexFormat.of().formatHex(last.get().head());
        LOG.infof("head of the audit: %s", line);
        String file = settings.text(EventSettings.AUDIT_HEADS_FILE);
        if (!file.isBlank()) {
            try {
                Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
                Files.writeString(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                LOG.errorf("the head of the audit could not be written to %s: %s", file, unwritable.getMessage());
            }
        }
        return true;
    }

    private Optional<Last> last() {
        return sql.first(
                "SELECT number, epoch, xid::text AS place, last_id, head FROM audit.seal ORDER BY number DESC LIMIT 1",
                row -> new Last(
                        row.getLong("number"),
                        row.getInt("epoch"),
                        row.getString("place"),
                        Sql.id(row, "last_id"),
                        row.getBytes("head")));
    }
}
