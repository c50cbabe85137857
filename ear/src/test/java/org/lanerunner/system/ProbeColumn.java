package org.lanerunner.system;

import java.util.List;
import java.util.UUID;
import org.lanerunner.vault.SealedColumn;

/** A sealed column as a test names it, to seal and open beside the server. */
record ProbeColumn(String purpose, String before, String after) implements SealedColumn {

    /** What messages say. */
    static final ProbeColumn CONTENT = new ProbeColumn("outbound.content", "outbound.delivery ", " content");

    /** One that no feature has. */
    ProbeColumn(String purpose) {
        this(purpose, "probe.secret ", " secret");
    }

    @Override
    public String place(UUID row) {
        return before + row + after;
    }

    @Override
    public List<Value> after(UUID row, int limit) {
        return List.of();
    }

    @Override
    public boolean replace(Value value, byte[] sealedAnew) {
        return false;
    }

    @Override
    public boolean anyBeginsWith(byte[] head) {
        return false;
    }
}
