package org.lanerunner.flags;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A change of a flag, as its event tells it. @param name of the administrator; null for one who is not there any more */
public record FlagChange(
        Instant at,
        @Nullable UUID actorId,
        @Nullable String name,
        Act act,
        int percentageBefore,
        int percentage,
        int organisations,
        int persons) {

    /** What was done. */
    public enum Act {
        CHANGED,
        KILLED,
        REVIVED
    }
}
