package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lanerunner.shared.NeedsNoPermission;

/** OAuth 2.0's way for programs: an API key is exchanged for an access token of a few minutes, with as many of its scopes as are asked for. */
@ApplicationScoped
public class ClientCredentials {

    /** An access token, or what RFC 6749 calls the reason why there is none. */
    public record Exchanged(String accessToken, long expiresIn, String scope, String error) {

        static Exchanged refused(String error) {
            return new Exchanged(null, 0, null, error);
        }
    }

    @Inject
    private KeyCallers keys;

    @Inject
    private AccessTokens accessTokens;

    /** @param scope scopes separated by spaces, or null for all that the key has */
    @NeedsNoPermission(because = "it is how a program becomes a caller")
    public Exchanged exchange(String clientId, String secret, String scope, String address) {
        Optional<KeyCallers.Known> key = keys.exchanged(clientId, secret, address);
        if (key.isEmpty()) {
            return Exchanged.refused("invalid_client");
        }
        Set<String> wanted = scope == null || scope.isBlank()
                ? key.get().scopes()
                : Set.copyOf(Arrays.asList(scope.strip().split(" +")));
        if (!key.get().scopes().containsAll(wanted)) {
            return Exchanged.refused("invalid_scope");
        }
        return new Exchanged(
                accessTokens.signForKey(
                        key.get().id(),
                        ApiKeySecret.prefix(new Secret(secret)),
                        key.get().organisationId(),
                        wanted),
                accessTokens.lifetime().toSeconds(),
                String.join(" ", new TreeSet<>(wanted)),
                null);
    }
}
