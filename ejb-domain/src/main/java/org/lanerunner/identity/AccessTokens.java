package org.lanerunner.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;

/**
 * Signs access tokens: RS256 (the fastest to verify), good for ten minutes. They name person, organisation, session, permissions and how far these reach, by
 * ids and codes only. {@link BearerTokens} reads them again.
 */
@ApplicationScoped
class AccessTokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private Settings settings;

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    /** The key from which the successors of refresh tokens are made. It is the same on every node. */
    byte[] refreshKey() {
        return keys.refreshKey();
    }

    Duration lifetime() {
        return settings.duration(IdentitySettings.ACCESS_TOKEN_LIFETIME);
    }

    String sign(Session session, Grants grants) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", TokenReader.ISSUER);
        claims.put("aud", TokenReader.AUDIENCE);
        claims.put("jti", Uuid7.next().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", (session.isImpersonation() ? session.expiresAt() : now.plus(lifetime())).getEpochSecond());
        claims.put("sub", session.personId().toString());
        claims.put("org", session.organisationId().toString());
        claims.put("sid", session.id().toString());
        claims.put("gen", session.generation());
        claims.put("auth_time", session.proof().at().getEpochSecond());
        claims.put("amr", session.proof().methods());
        if (session.isImpersonation()) {
            claims.put(
                    CurrentCaller.ACTOR, Map.of("sub", session.impersonatedBy().toString()));
        }
        claims.put("groups", grants.permissions());
        claims.put(CurrentCaller.OWN_TRIPS, grants.ownTrips());
        return signed(claims);
    }

    /** Signs a token for a program, by its key: with these scopes only, each for all that the organisation has, and good no longer than the secret is. */
    String signForKey(UUID keyId, String secretPrefix, UUID organisationId, Set<String> scopes) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", TokenReader.ISSUER);
        claims.put("aud", TokenReader.AUDIENCE);
        claims.put("jti", Uuid7.next().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(lifetime()).getEpochSecond());
        claims.put("sub", keyId.toString());
        claims.put(CurrentCaller.CLIENT, keyId.toString());
        claims.put(CurrentCaller.SECRET, secretPrefix);
        claims.put("org", organisationId.toString());
        claims.put("groups", new TreeSet<>(scopes));
        claims.put(CurrentCaller.OWN_TRIPS, List.of());
        return signed(claims);
    }

    private String signed(Map<String, Object> claims) {
        SigningKey key = keys.present();
        try {
            String header = JSON.writeValueAsString(Map.of("alg", "RS256", "typ", TokenReader.TYPE, "kid", key.id()));
            String signed =
                    encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + encoded(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException broken) {
            throw new IllegalStateException("an access token could not be signed", broken);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
