package org.lanerunner.flags;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * A flag for the administrator.
 *
 * @param used whether code still asks for it; if not, words, unit and default are not known
 * @param words what it turns on
 * @param unit what its percentage counts
 * @param onByDefault what it is for a caller without a unit
 */
public record FlagView(
        String key,
        boolean used,
        @Nullable String words,
        @Nullable FlagUnit unit,
        @Nullable Boolean onByDefault,
        boolean killed,
        int percentage,
        List<Target> organisations,
        List<Target> persons,
        Instant changedAt,
        int version)
        implements Versioned {

    /** A person or organisation for whom it is on whatever the percentage. @param name null where they are gone */
    public record Target(UUID id, @Nullable String name) {}
}
