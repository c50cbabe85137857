package org.lanerunner.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** The rules as they stand in the database. One statement reads all of them. */
@ApplicationScoped
class FlagTable {

    private Sql sql;
    private Clock clock;

    FlagTable() {}

    @Inject
    FlagTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Gives each declared flag a row, so that two administrators who change it for the first time wait for each other. */
    void declare() {
        for (Flag flag : Flag.values()) {
            sql.update(
                    "INSERT INTO flags.flag (id, key, killed, percentage, changed_at, version) VALUES (?, ?, false, ?, ?, 0) ON CONFLICT (key) DO NOTHING",
                    Uuid7.next(),
                    flag.name(),
                    flag.onByDefault() ? FlagRule.ALL : 0,
                    clock.instant());
        }
    }

    List<FlagRule> read() {
        return sql.query("""
                SELECT f.key, f.killed, f.percentage, f.version,
                    ARRAY(SELECT o.organisation_id FROM flags.flag_organisation o WHERE o.flag_id = f.id) AS organisations,
                    ARRAY(SELECT p.person_id FROM flags.flag_person p WHERE p.flag_id = f.id) AS persons
                FROM flags.flag f""", FlagTable::rule);
    }

    private static FlagRule rule(ResultSet row) throws SQLException {
        return new FlagRule(
                row.getString("key"),
                row.getBoolean("killed"),
                row.getInt("percentage"),
                ids(row, "organisations"),
                ids(row, "persons"),
                row.getInt("version"));
    }

    private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }
}
