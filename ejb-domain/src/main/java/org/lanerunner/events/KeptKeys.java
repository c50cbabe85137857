package org.lanerunner.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lanerunner.shared.SealingKey;

/**
 * Keeps the keys of persons who called lately, for some minutes. It keeps only keys that the database had already: one that is made in a transaction may vanish
 * with it.
 */
final class KeptKeys {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private record Kept(SealingKey key, Instant until) {}

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    KeptKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param present finds the existing key, or null; @param made makes a new one */
    SealingKey of(UUID subject, Function<UUID, SealingKey> present, Function<UUID, SealingKey> made) {
        Instant now = clock.instant();
        Kept known = kept.get(subject);
        if (known != null && now.isBefore(known.until())) {
            return known.key();
        }
        SealingKey found = present.apply(subject);
        if (found == null) {
            return made.apply(subject);
        }
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(subject, new Kept(found, now.plus(KEPT)));
        return found;
    }
}
