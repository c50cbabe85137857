package org.lanerunner.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads an access token, and accepts it only if all of it is right: it is signed with RS256, by a key that is known here under the name that the token gives,
 * and it is of this issuer, for this audience, within its time. Keys to which a header points are never looked for: a header that says more than it must is
 * refused.
 */
final class TokenReader {

    static final String ISSUER = "lanerunner";
    static final String AUDIENCE = "lanerunner";

    /** The type of RFC 9068, so that no token of another kind is accepted. */
    static final String TYPE = "at+jwt";

    private static final int LONGEST = 16_384;

    /** Allows for the different clocks of several servers. */
    private static final Duration EARLY = Duration.ofSeconds(30);

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Function<String, Optional<PublicKey>> keys;

    TokenReader(Function<String, Optional<PublicKey>> keys) {
        this.keys = keys;
    }

    /** The token's claims; empty where it is not accepted. */
    Optional<Map<String, Object>> read(String token, Instant now) {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Map<String, Object> header = JSON.readValue(decoded(parts[0]), OBJECT);
            Optional<PublicKey> key = key(header);
            if (key.isEmpty() || !isSigned(parts, key.get())) {
                return Optional.empty();
            }
            Map<String, Object> claims = JSON.readValue(decoded(parts[1]), OBJECT);
            return claims != null && isOurs(claims) && isInItsTime(claims, now)
                    ? Optional.of(claims)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | GeneralSecurityException noToken) {
            return Optional.empty();
        }
    }

    private Optional<PublicKey> key(Map<String, Object> header) {
        return header != null
                        && header.keySet().equals(HEADER)
                        && "RS256".equals(header.get("alg"))
                        && TYPE.equals(header.get("typ"))
                        && header.get("kid") instanceof String id
                ? keys.apply(id)
                : Optional.empty();
    }

    private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(decoded(parts[2]));
    }

    private static boolean isOurs(Map<String, Object> claims) {
        Object audience = claims.get("aud");
        return ISSUER.equals(claims.get("iss"))
                && (AUDIENCE.equals(audience)
                        || audience instanceof Collection<?> several && several.contains(AUDIENCE));
    }

    /** Every token says when it was made and when it is over. */
    private static boolean isInItsTime(Map<String, Object> claims, Instant now) {
        return claims.get("exp") instanceof Number over
                && now.getEpochSecond() < over.longValue()
                && claims.get("iat") instanceof Number made
                && !isBefore(now, made.longValue())
                && (!claims.containsKey("nbf")
                        || claims.get("nbf") instanceof Number from && !isBefore(now, from.longValue()));
    }

    private static boolean isBefore(Instant now, long second) {
        return now.plus(EARLY).getEpochSecond() < second;
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
