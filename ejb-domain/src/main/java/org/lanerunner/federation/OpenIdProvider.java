package org.lanerunner.federation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * What is known here of one OpenID provider: what it says of itself, and its keys. Both are asked for again when they are old. While the provider does not
 * answer, what is known is used for another day. A key that is not known is looked for once, and then not for a minute, whatever tokens come.
 */
final class OpenIdProvider {

    private record Known<T>(T value, Instant at) {

        boolean isOlderThan(Duration age, Instant now) {
            return at.plus(age).isBefore(now);
        }
    }

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration LASTS = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 100;
    private static final int PATIENCE_SECONDS = 5;

    private final Provider provider;
    private final ProviderGateway gateway;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known<OpenIdMetadata> metadata;
    private volatile Known<List<JsonWebKey>> keys;

    OpenIdProvider(Provider provider, ProviderGateway gateway, Clock clock) {
        this.provider = provider;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** @throws ProviderUnreachable where it is not known and can't be asked for */
    OpenIdMetadata metadata() {
        Known<OpenIdMetadata> present = metadata;
        if (present != null && !present.isOlderThan(FRESH, clock.instant())) {
            return present.value();
        }
        return alone(() -> {
            Known<OpenIdMetadata> meanwhile = metadata;
            if (meanwhile != null && !meanwhile.isOlderThan(FRESH, clock.instant())) {
                return meanwhile.value();
            }
            try {
                URI address = OpenIdMetadata.address(provider.issuer());
                metadata = new Known<>(OpenIdMetadata.of(provider.issuer(), document(address)), clock.instant());
            } catch (ProviderUnreachable down) {
                if (meanwhile == null || meanwhile.isOlderThan(LASTS, clock.instant())) {
                    throw down;
                }
            }
            return metadata.value();
        });
    }

    /** The provider's keys of this name; all of them where a token names none. */
    List<JsonWebKey> keys(String kid) {
        Known<List<JsonWebKey>> present = keys;
        if (present != null && !present.isOlderThan(FRESH, clock.instant()) && holds(present.value(), kid)) {
            return named(present.value(), kid);
        }
        return alone(() -> {
            Known<List<JsonWebKey>> meanwhile = keys;
            if (meanwhile == null || meanwhile.isOlderThan(BETWEEN_LOOKS, clock.instant())) {
                try {
                    keys = new Known<>(read(document(metadata().keys())), clock.instant());
                } catch (ProviderUnreachable down) {
                    if (meanwhile == null || meanwhile.isOlderThan(LASTS, clock.instant())) {
                        throw down;
                    }
                }
            }
            return named(keys.value(), kid);
        });
    }

    /** If the provider lacks the document or does not show it, that counts as no answer. */
    private String document(URI address) {
        try {
            return gateway.document(provider.id(), address);
        } catch (ProviderRefused none) {
            throw new ProviderUnreachable(none.getMessage(), none);
        }
    }

    private static boolean holds(List<JsonWebKey> all, String kid) {
        return !named(all, kid).isEmpty();
    }

    private static List<JsonWebKey> named(List<JsonWebKey> all, String kid) {
        return kid == null
                ? all
                : all.stream().filter(key -> kid.equals(key.getKeyId())).toList();
    }

    private static List<JsonWebKey> read(String document) {
        try {
            List<JsonWebKey> read = new JsonWebKeySet(document).getJsonWebKeys();
            if (read.size() > MOST_KEYS) {
                throw new ProviderUnreachable("the provider has more than " + MOST_KEYS + " keys", null);
            }
            return List.copyOf(read);
        } catch (JoseException none) {
            throw new ProviderUnreachable("what the provider gave are no keys", none);
        }
    }

    private interface Question<T> {
        T answer();
    }

    /** One thread asks. The others wait a moment and get the same answer. */
    private <T> T alone(Question<T> question) {
        try {
            if (!asking.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProviderUnreachable("others wait for the provider already", null);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProviderUnreachable("interrupted", stopped);
        }
        try {
            return question.answer();
        } finally {
            asking.unlock();
        }
    }
}
