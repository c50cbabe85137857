package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Lately;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Finds the caller who acts by an API key, or by an access token for which a key was exchanged. A key is read at most once in two seconds, however often it is
 * shown, so every node refuses a key within two seconds after it was revoked. It is written at most once a minute, to note when it was last used.
 */
@NeedsNoPermission(because = "it is how a program becomes a caller")
@ApplicationScoped
public class KeyCallers {

    private static final Duration FRESH = Duration.ofMillis(1500);
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    /** Texts that are no key are remembered too, but only so many. */
    private static final int MOST_KNOWN = 10_000;

    /** A key as it was a moment ago; without an id where there is none. */
    record Known(
            UUID id,
            UUID organisationId,
            Set<String> scopes,
            List<AddressRange> addresses,
            Instant over,
            Instant lastUsedAt,
            Instant readAt) {

        boolean isGood(Instant now) {
            return id != null && now.isBefore(over);
        }

        boolean takes(String address) {
            return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.holds(address));
        }
    }

    /**
     * Reads a key that may act. A secret may end before its key. Nobody goes on acting for an organisation that closed, and no program for one that is
     * suspended.
     */
    private static final String KEY =
            "SELECT k.id, k.organisation_id, k.scopes, k.addresses, k.last_used_at, k.revoked_at, least(k.expires_at, s.until) AS over"
                    + " FROM identity.api_key_secret s JOIN identity.api_key k ON k.id = s.key_id"
                    + " JOIN identity.organisation o ON o.id = k.organisation_id AND o.closed_at IS NULL AND o.suspended_at IS NULL WHERE ";

    /** The key and the secret for which a token was given. */
    private record Exchanged(UUID keyId, String secretPrefix) {}

    private final Lately<String, Known> bySecret = new Lately<>(MOST_KNOWN);
    private final Lately<Exchanged, Known> byExchange = new Lately<>(MOST_KNOWN);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** True if the bearer token is an API key, and no access token. */
    public static boolean isKey(String bearer) {
        return ApiKeySecret.isOne(bearer);
    }

    /** @throws Refusal UNAUTHENTICATED when the secret opens no key, when the key is over or revoked, or when it is not taken from this address */
    public Caller bySecret(String secret, String address) {
        Known key = known(secret);
        require(key, address);
        return new Caller(new Principal.ApiKey(key.id()), key.organisationId(), Grants.of(key.scopes(), Set.of()));
    }

    /**
     * For an access token for which a key was exchanged: makes sure that key and secret are still good, and taken from this address.
     *
     * @throws Refusal UNAUTHENTICATED when they are not
     */
    public void requireGood(UUID keyId, String secretPrefix, String address) {
        Instant now = clock.instant();
        Exchanged exchanged = new Exchanged(keyId, secretPrefix);
        Known key = byExchange.get(exchanged);
        if (key == null || isOld(key, now)) {
            key = byExchange.put(
                    exchanged, read(KEY + "s.key_id = ? AND s.prefix = ?::text", now, keyId, secretPrefix));
        }
        require(key, address);
    }

    /** The key that the secret opens, if the client id names that key. */
    Optional<Known> exchanged(String clientId, String secret, String address) {
        if (!ApiKeySecret.isOne(secret)) {
            return Optional.empty();
        }
        Known key = known(secret);
        return key.isGood(clock.instant())
                        && key.takes(address)
                        && key.id().toString().equals(clientId)
                ? Optional.of(key)
                : Optional.empty();
    }

    private Known known(String secret) {
        Instant now = clock.instant();
        Known key = bySecret.get(secret);
        if (key == null || isOld(key, now)) {
            key = bySecret.put(secret, read(KEY + "s.hash = ?", now, (Object) new Secret(secret).hash()));
        }
        return key;
    }

    private void require(Known key, String address) {
        Instant now = clock.instant();
        if (!key.isGood(now) || !key.takes(address)) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "identity/key-refused",
                    "This key is not known, is over, is not taken from this address, or is of an organisation that is suspended.");
        }
    }

    private Known read(String query, Instant now, Object... parameters) {
        Known key = sql.first(query, row -> key(row, now), parameters)
                .orElseGet(() -> new Known(null, null, Set.of(), List.of(), now, null, now));
        if (key.isGood(now)
                && (key.lastUsedAt() == null || key.lastUsedAt().plus(USE_NOTED).isBefore(now))) {
            sql.update(
                    "UPDATE identity.api_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)",
                    now,
                    key.id(),
                    now.minus(USE_NOTED));
        }
        return key;
    }

    private static Known key(ResultSet row, Instant now) throws SQLException {
        boolean revoked = row.getObject("revoked_at") != null;
        String addresses = row.getString("addresses");
        return new Known(
                revoked ? null : Sql.id(row, "id"),
                Sql.id(row, "organisation_id"),
                new HashSet<>(Arrays.asList(row.getString("scopes").split(" "))),
                addresses.isEmpty()
                        ? List.of()
                        : Arrays.stream(addresses.split(" "))
                                .map(text -> AddressRange.of(text, "/addresses"))
                                .toList(),
                Sql.instant(row, "over"),
                Sql.instant(row, "last_used_at"),
                now);
    }

    private static boolean isOld(Known key, Instant now) {
        return now.isAfter(key.readAt().plus(FRESH));
    }
}
