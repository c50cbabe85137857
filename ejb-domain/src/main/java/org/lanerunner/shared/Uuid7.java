package org.lanerunner.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Ids: UUID version 7 (RFC 9562), so that newer rows sort after older ones. */
public final class Uuid7 {

    private Uuid7() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** When the id was made, to the millisecond; the epoch for an id of another kind. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.version() == 7 ? id.getMostSignificantBits() >>> 16 : 0);
    }
}
