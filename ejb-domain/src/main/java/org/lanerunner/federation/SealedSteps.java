package org.lanerunner.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.SealedColumn;

/** What is known of steps that wait, as it lies in the database. */
@ApplicationScoped
class SealedSteps implements SealedColumn {

    @Inject
    private Sql sql;

    @Override
    public String purpose() {
        return "federation.steps";
    }

    @Override
    public String place(UUID step) {
        return "federation.step " + step + " sealed";
    }

    @Override
    public List<Value> after(UUID step, int limit) {
        return sql.query(
                "SELECT id, sealed FROM federation.step WHERE id > ? ORDER BY id LIMIT ?",
                row -> new Value(Sql.id(row, "id"), row.getBytes("sealed")),
                step,
                limit);
    }

    @Override
    public boolean replace(Value value, byte[] sealedAnew) {
        return sql.update(
                        "UPDATE federation.step SET sealed = ? WHERE id = ? AND sealed = ?",
                        sealedAnew,
                        value.row(),
                        value.sealed())
                == 1;
    }

    @Override
    public boolean anyBeginsWith(byte[] head) {
        return sql.first(
                        "SELECT 1 FROM federation.step WHERE substring(sealed FROM 1 FOR ?) = ?",
                        row -> true,
                        head.length,
                        head)
                .isPresent();
    }
}
