package org.lanerunner.vault;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Sql;

/**
 * Seals the values of all sealed columns anew, under the keys in use, page by page. Each page has a transaction of its own, which also notes how far the run
 * is. A value that changes at the same moment stays as it was changed: it is sealed under the key in use already. A value that does not open is named and stays
 * as it is, and so does the key that it names.
 */
@NeedsNoPermission(because = "a job of the system does it")
@Stateless
public class Resealing {

    static final int PAGE = 100;
    private static final int MOST_NAMED = 100;
    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final UUID FIRST = new UUID(0, 0);

    /** It is longer than anybody works with a value that was read before the change. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** Values of one column, with the position where the next ones begin. */
    public record Page(String purpose, List<SealedColumn.Value> values) {

        public Page {
            values = List.copyOf(values);
        }

        /** The position to hand in for the page that follows. */
        public String position() {
            return purpose + ' ' + values.get(values.size() - 1).row();
        }
    }

    private record Key(UUID id, String purpose) {}

    @Inject
    @Any
    private Instance<SealedColumn> columns;

    @Inject
    private Vault vault;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @param position the position after the page before; null for the first page */
    public Optional<Page> next(String position) {
        String from = position == null ? "" : position.substring(0, position.indexOf(' '));
        for (SealedColumn column : inOrder()) {
            if (column.purpose().compareTo(from) >= 0) {
                UUID row =
                        column.purpose().equals(from) ? UUID.fromString(position.substring(from.length() + 1)) : FIRST;
                List<SealedColumn.Value> values = column.after(row, PAGE);
                if (!values.isEmpty()) {
                    return Optional.of(new Page(column.purpose(), values));
                }
            }
        }
        return Optional.empty();
    }

    public void reseal(UUID run, Page page) {
        SealedColumn column = of(page.purpose()).orElseThrow();
        byte[] head = vault.headInUse(page.purpose());
        int resealed = 0;
        List<String> unreadable = new ArrayList<>();
        for (SealedColumn.Value value : page.values()) {
            if (!Arrays.equals(head, 0, head.length, value.sealed(), 0, Math.min(head.length, value.sealed().length))) {
                try {
                    byte[] opened = vault.open(column, value.row(), value.sealed());
                    resealed += column.replace(value, vault.seal(column, value.row(), opened)) ? 1 : 0;
                } catch (IllegalStateException doesNotOpen) {
                    LOG.errorf(
                            "%s does not open and stays as it is: %s",
                            column.place(value.row()), doesNotOpen.getMessage());
                    unreadable.add(column.place(value.row()));
                }
            }
        }
        sql.update(
                "UPDATE vault.resealing SET looked_at = looked_at + ?, resealed = resealed + ?, unreadable = (unreadable || ?)[1:?], moved_at = ? WHERE id = ?",
                page.values().size(),
                resealed,
                unreadable.toArray(String[]::new),
                MOST_NAMED,
                clock.instant(),
                run);
    }

    /** Destroys keys that were retired a while ago and that no value names any more. Keys of a purpose that no column has are left alone. */
    public void destroyUnused(UUID run) {
        Instant now = clock.instant();
        int destroyed = 0;
        List<Key> retired = sql.query(
                "SELECT id, purpose FROM vault.data_key WHERE destroyed_at IS NULL AND retired_at < ? ORDER BY id",
                row -> new Key(Sql.id(row, "id"), row.getString("purpose")),
                now.minus(GRACE));
        for (Key key : retired) {
            boolean unused = of(key.purpose())
                    .map(column -> !column.anyBeginsWith(Vault.head(key.id())))
                    .orElse(false);
            if (unused) {
                destroyed += sql.update(
                        "UPDATE vault.data_key SET wrapped = NULL, destroyed_at = ? WHERE id = ? AND destroyed_at IS NULL",
                        now,
                        key.id());
            }
        }
        sql.update(
                "UPDATE vault.resealing SET status = 'DONE', destroyed = ?, moved_at = ?, finished_at = ? WHERE id = ?",
                destroyed,
                now,
                now,
                run);
    }

    private Optional<SealedColumn> of(String purpose) {
        return columns.stream()
                .filter(column -> column.purpose().equals(purpose))
                .findFirst();
    }

    private List<SealedColumn> inOrder() {
        return columns.stream()
                .sorted(Comparator.comparing(SealedColumn::purpose))
                .toList();
    }
}
