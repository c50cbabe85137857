package org.lanerunner.flags;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A change of a flag, as its event tells it. @param name the administrator's name; null where that person is gone */
public record FlagChange(
        Instant at,
        @Nullable UUID actorId,
        @Nullable String name,
        Act act,
        int percentageBefore,
        int percentage,
        int organisations,
        int persons) {

    /** The kinds of changes. */
    public enum Act {
        CHANGED,
        KILLED,
        REVIVED
    }
}
