package org.lanerunner.vault;

import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/**
 * A sealed column of a table whose rows are known by {@code id}. Only the vault's change of keys changes a value in its row, and it leaves the row's version as
 * it is.
 */
public abstract class SealedTable implements SealedColumn {

    private String purpose;
    private String table;
    private String column;
    private Sql sql;

    /** The container's proxy needs it. */
    protected SealedTable() {}

    /** @param table the table with its schema; @param column may be null in a row, which then has nothing sealed */
    protected SealedTable(String purpose, String table, String column, Sql sql) {
        this.purpose = purpose;
        this.table = table;
        this.column = column;
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public String place(UUID row) {
        return table + " " + row + " " + column;
    }

    @Override
    public List<Value> after(UUID row, int limit) {
        return sql.query(
                "SELECT id, " + column + " AS sealed FROM " + table + " WHERE " + column
                        + " IS NOT NULL AND id > ? ORDER BY id LIMIT ?",
                found -> new Value(Sql.id(found, "id"), found.getBytes("sealed")),
                row,
                limit);
    }

    @Override
    public boolean replace(Value value, byte[] sealedAnew) {
        return sql.update(
                        "UPDATE " + table + " SET " + column + " = ? WHERE id = ? AND " + column + " = ?",
                        sealedAnew,
                        value.row(),
                        value.sealed())
                == 1;
    }

    @Override
    public boolean anyBeginsWith(byte[] head) {
        return sql.first(
                        "SELECT 1 FROM " + table + " WHERE substring(" + column + " FROM 1 FOR ?) = ?",
                        found -> true,
                        head.length,
                        head)
                .isPresent();
    }
}
