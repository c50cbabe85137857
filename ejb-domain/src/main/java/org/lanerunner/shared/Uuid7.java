package org.lanerunner.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids: UUID version 7 (RFC 9562), so that newer rows sort after older ones. */
public final class Uuid7 {

    private Uuid7() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
