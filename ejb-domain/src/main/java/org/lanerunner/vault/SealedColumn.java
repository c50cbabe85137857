package org.lanerunner.vault;

import java.util.List;
import java.util.UUID;

/**
 * A column whose values the vault seals. The feature that owns it implements this, for nothing can be sealed otherwise: so there is none that the change of keys does
 * not find.
 */
public interface SealedColumn {

    /** A value as it lies there. */
    record Value(UUID row, byte[] sealed) {

        @Override
        public String toString() {
            return "Value of " + row;
        }
    }

    /** What kind of secret it is, {@code feature.kind}; each has keys of its own. */
    String purpose();

    /** Table, row and column, which the value is bound to. */
    String place(UUID row);

    /** The next values in the order of their rows' ids. */
    List<Value> after(UUID row, int limit);

    /** Puts it in the place of the value as it was read. @return whether that still lay there */
    boolean replace(Value value, byte[] sealedAnew);

    /** Whether a value begins so: with what names its key. */
    boolean anyBeginsWith(byte[] head);
}
