package org.lanerunner.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which of several keys signs at a time, and which verify.
 *
 * @param delay the time for which a key is known before it signs
 * @param overlap the time for which it verifies after another one has begun to sign
 */
record KeyRing(List<SigningKey> keys, Duration delay, Duration overlap) {

    private static final Pattern FILE = Pattern.compile("(\\d{8}T\\d{6}Z)-[A-Za-z0-9]+\\.pem");
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    KeyRing {
        keys = keys.stream().sorted(Comparator.comparing(SigningKey::madeAt)).toList();
    }

    /** The time when the key in a file of this name was made; empty for a name that no key has. */
    static Optional<Instant> madeAt(String fileName) {
        Matcher matcher = FILE.matcher(fileName);
        try {
            return matcher.matches()
                    ? Optional.of(LocalDateTime.parse(matcher.group(1), MADE).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** The newest key that all servers know by now. */
    SigningKey signing(Instant now) {
        return keys.stream()
                .filter(key -> !now.isBefore(signsFrom(key)))
                .reduce((older, newer) -> newer)
                .orElse(keys.get(0));
    }

    /** The keys that verify. One that does not sign yet verifies too, since another server's clock may be ahead. */
    List<SigningKey> verifying(Instant now) {
        return keys.stream().filter(key -> !isOver(key, now)).toList();
    }

    Optional<SigningKey> verifying(String id, Instant now) {
        return keys.stream()
                .filter(key -> key.id().equals(id) && !isOver(key, now))
                .findFirst();
    }

    private boolean isOver(SigningKey key, Instant now) {
        return keys.stream()
                .filter(other -> other.madeAt().isAfter(key.madeAt()))
                .anyMatch(newer -> now.isAfter(signsFrom(newer).plus(overlap)));
    }

    private Instant signsFrom(SigningKey key) {
        return key.madeAt().plus(delay);
    }
}
