package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.shared.Sql;

/**
 * Shows organisations to those who trade with them. Who may see one follows from the offer, load or booking that names it, which the asking feature has found.
 */
@ApplicationScoped
public class Traders {

    private Sql sql;
    private TradeRecords records;

    Traders() {}

    @Inject
    Traders(Sql sql, TradeRecords records) {
        this.sql = sql;
        this.records = records;
    }

    /** For other features: the traders of a list, in two queries however long it is. */
    public Map<UUID, Trader> of(Collection<UUID> ids) {
        Map<UUID, Trader> traders = new HashMap<>();
        Set<UUID> asked = Set.copyOf(ids);
        if (!asked.isEmpty()) {
            Map<UUID, TradeRecords.TradeRecord> known = records.of(asked);
            sql.query(
                            """
                    SELECT o.id, o.name, o.personal, o.created_at,
                        (SELECT array_agg(k.kind ORDER BY k.kind) FROM identity.organisation_kind k WHERE k.organisation_id = o.id) AS kinds
                    FROM identity.organisation o WHERE o.id = ANY (?)""",
                            row -> trader(row, known.getOrDefault(Sql.id(row, "id"), TradeRecords.TradeRecord.NONE)),
                            (Object) asked.toArray(UUID[]::new))
                    .forEach(trader -> traders.put(trader.id(), trader));
        }
        return traders;
    }

    private static Trader trader(ResultSet row, TradeRecords.TradeRecord known) throws SQLException {
        return new Trader(
                Sql.id(row, "id"),
                row.getString("name"),
                row.getBoolean("personal"),
                kinds(row),
                Sql.instant(row, "created_at"),
                known.done(),
                known.cancelled());
    }

    private static List<OrganisationKind> kinds(ResultSet row) throws SQLException {
        return row.getArray("kinds") == null
                ? List.of()
                : Stream.of((String[]) row.getArray("kinds").getArray())
                        .map(OrganisationKind::valueOf)
                        .toList();
    }
}
