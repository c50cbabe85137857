package org.lanerunner.vault;

import java.util.List;
import java.util.UUID;

/**
 * A column whose values the vault seals. The feature that owns the column implements this. Nothing can be sealed in another way, so the change of keys finds
 * every sealed column.
 */
public interface SealedColumn {

    /** A value as it lies in the database. */
    record Value(UUID row, byte[] sealed) {

        @Override
        public String toString() {
            return "Value of " + row;
        }
    }

    /** The kind of secret, {@code feature.kind}. Each kind has keys of its own. */
    String purpose();

    /** The table, row and column to which the value is bound. */
    String place(UUID row);

    /** The next values, in the order of their rows' ids. */
    List<Value> after(UUID row, int limit);

    /** Puts the new value in the place of the one that was read. @return whether that one still lay there */
    boolean replace(Value value, byte[] sealedAnew);

    /** True if a value begins with these bytes, which name its key. */
    boolean anyBeginsWith(byte[] head);
}
