package org.lanerunner.federation;

import java.security.Key;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Reads an ID token of a provider, and accepts it only if all of it is right: it is signed by a key that the provider publishes, with one of three algorithms;
 * it is of this issuer, for this client alone, within its time, and for the nonce of the flow, so that no token of another flow is put in its place. Keys that
 * a token brings along or points to are not looked at.
 */
final class IdTokens {

    private static final String[] ALGORITHMS = {"RS256", "PS256", "ES256"};
    private static final int LEEWAY_SECONDS = 30;
    private static final int OLDEST_SECONDS = 600;
    private static final int LONGEST = 16_384;

    private IdTokens() {}

    /**
     * @param keys finds the provider's keys by the name that a token gives, or all of them for null
     * @throws NotProven for a token that is not right in everything
     */
    static ProvenIdentity read(
            String token, Provider provider, String nonce, Function<String, List<JsonWebKey>> keys, Instant now) {
        if (token == null || token.length() > LONGEST) {
            throw new NotProven("there is no ID token, or it is too long");
        }
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS))
                .setVerificationKeyResolver((signature, nesting) -> key(signature, keys))
                .setExpectedIssuer(true, provider.issuer())
                .setExpectedAudience(true, provider.clientId())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(LEEWAY_SECONDS, OLDEST_SECONDS)
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .build();
        try {
            JwtClaims claims = consumer.processToClaims(token);
            requireForUs(claims, provider.clientId());
            if (!nonce.equals(claims.getStringClaimValue("nonce"))) {
                throw new NotProven("the ID token is of another flow");
            }
            return identity(claims, provider.issuer());
        } catch (InvalidJwtException refused) {
            throw refused(refused);
        } catch (MalformedClaimException refused) {
            throw new NotProven("a claim of the ID token is malformed");
        }
    }

    /** jose4j's message repeats the token, so only its error codes are told. If the keys could not be had, that says nothing about the token. */
    private static RuntimeException refused(InvalidJwtException refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderUnreachable down) {
                return down;
            }
        }
        return new NotProven("the ID token is refused, jose4j's codes "
                + refused.getErrorDetails().stream()
                        .map(ErrorCodeValidator.Error::getErrorCode)
                        .toList());
    }

    /** A token that is for several clients must say that this one asked for it. */
    private static void requireForUs(JwtClaims claims, String clientId) throws MalformedClaimException {
        String askedBy = claims.getStringClaimValue("azp");
        boolean several = claims.getAudience().size() > 1;
        if (askedBy == null ? several : !askedBy.equals(clientId)) {
            throw new NotProven("the ID token is for another client");
        }
    }

    private static ProvenIdentity identity(JwtClaims claims, String issuer) throws MalformedClaimException {
        Object verified = claims.getClaimValue("email_verified");
        return ProvenIdentity.told(
                issuer,
                claims.getSubject(),
                text(claims, "name"),
                text(claims, "email"),
                Boolean.TRUE.equals(verified) || "true".equals(verified),
                asked(claims));
    }

    /** The time when the person was asked, if the token tells it. A value that is no time counts as not told. */
    private static Instant asked(JwtClaims claims) throws MalformedClaimException {
        if (!claims.hasClaim("auth_time")) {
            return null;
        }
        try {
            return Instant.ofEpochSecond(
                    claims.getNumericDateClaimValue("auth_time").getValue());
        } catch (DateTimeException beyondAllTimes) {
            return null;
        }
    }

    /** Other facts about the person; a value that is no text is left out. */
    private static String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? text : null;
    }

    private static Key key(JsonWebSignature signature, Function<String, List<JsonWebKey>> keys)
            throws UnresolvableKeyException {
        String type = signature.getAlgorithmHeaderValue().startsWith("ES") ? "EC" : "RSA";
        List<JsonWebKey> fitting = keys.apply(signature.getKeyIdHeaderValue()).stream()
                .filter(key -> type.equals(key.getKeyType()))
                .filter(key -> key.getUse() == null || "sig".equals(key.getUse()))
                .filter(key ->
                        key.getAlgorithm() == null || key.getAlgorithm().equals(signature.getAlgorithmHeaderValue()))
                .toList();
        if (fitting.size() == 1 && fitting.get(0) instanceof PublicJsonWebKey found) {
            return found.getPublicKey();
        }
        throw new UnresolvableKeyException("the provider has no such key, or several");
    }
}
