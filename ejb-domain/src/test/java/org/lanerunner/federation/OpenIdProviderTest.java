package org.lanerunner.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** What is asked of a provider's documents, and what a provider that shows none does. */
class OpenIdProviderTest implements ProviderGateway {

    private static final String ISSUER = "https://login.example.com";
    private static final Provider PROVIDER =
            new Provider("works", Provider.Kind.OIDC, "Works", ISSUER, "client", null, "openid", null, null);
    private static final String DISCOVERY = """
            {"issuer": "https://login.example.com", "authorization_endpoint": "https://login.example.com/a",
             "token_endpoint": "https://login.example.com/t", "jwks_uri": "https://login.example.com/k"}""";

    private Instant now = Instant.now();
    private UnaryOperator<String> answers = address -> {
        throw new ProviderRefused("the provider answered 404");
    };
    private final OpenIdProvider provider = new OpenIdProvider(PROVIDER, this, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void oneWhoShowsNoDocumentIsDownAndWhatWasKnownGoesOnForADay() {
        assertThrows(ProviderUnreachable.class, provider::metadata);
        UnaryOperator<String> no = answers;
        answers = address -> DISCOVERY;
        assertEquals(URI.create(ISSUER + "/t"), provider.metadata().token());
        answers = no;
        now = now.plus(Duration.ofHours(2));
        assertEquals(URI.create(ISSUER + "/t"), provider.metadata().token());
        assertThrows(ProviderUnreachable.class, () -> provider.keys("one"));
    }

    @Test
    void keysThatCanNotBeHadSayNothingOfTheToken() throws JoseException {
        String token = token(key("one"));
        answers = address -> {
            throw new ProviderUnreachable("no answer", null);
        };
        assertThrows(ProviderUnreachable.class, () -> read(token));
    }

    @Test
    void whyATokenIsRefusedRepeatsNothingOfIt() throws JoseException {
        RsaJsonWebKey published = key("one");
        String keys = new JsonWebKeySet(List.of(published)).toJson();
        answers = address -> address.endsWith("/k") ? keys : DISCOVERY;
        for (String token : List.of(token(key("one")), token(key("unknown")), token(published))) {
            String why = assertThrows(NotProven.class, () -> read(token)).getMessage();
            for (String part : token.split("\\.")) {
                assertFalse(why.contains(part), why);
            }
            assertFalse(why.contains("secret@example.com"), why);
        }
    }

    @Test
    void anAddressIsConfirmedAsAccountsAreToldApart() {
        ProvenIdentity there = new ProvenIdentity(ISSUER, "subject", null, "Sam@Example.com", true, null);
        assertTrue(there.hasConfirmed(" sam@example.COM"));
        assertFalse(there.hasConfirmed("\u017fam@example.com"));
        assertFalse(there.hasConfirmed(null));
    }

    private void read(String token) {
        IdTokens.read(token, PROVIDER, "nonce", provider::keys, now);
    }

    private static RsaJsonWebKey key(String name) throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(name);
        return key;
    }

    /** For another client. */
    private static String token(RsaJsonWebKey key) throws JoseException {
        JwtClaims said = new JwtClaims();
        said.setIssuer(ISSUER);
        said.setAudience("another");
        said.setSubject("subject");
        said.setIssuedAtToNow();
        said.setExpirationTimeMinutesInTheFuture(5);
        said.setStringClaim("email", "secret@example.com");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(said.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        return signature.getCompactSerialization();
    }

    @Override
    public String document(String provider, URI address) {
        return answers.apply(address.toString());
    }

    @Override
    public String exchange(String provider, URI address, String authorization, Map<String, String> form) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String facebookPerson(String provider, URI graph, String accessToken, String proof) {
        throw new UnsupportedOperationException();
    }
}
