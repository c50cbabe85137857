package org.lanerunner.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lanerunner.shared.SealingKey;

/** Keys of who called lately, for some minutes. Only such as the database had: one that is made in a transaction may vanish with it. */
final class KeptKeys {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private record Kept(SealingKey key, Instant until) {}

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    KeptKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param present the key that there is, or null; @param made a new one */
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
