package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which tokens were forged elsewhere, each refused; and that a right one is taken. */
class TokenReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();
    /** Beside the project, in development. */
    private static final Optional<Path> VECTORS = Stream.iterate(
                    Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("shared/data/crypto_vectors/json_web_key_test.json"))
            .filter(Files::exists)
            .findFirst();

    private static KeyPair ours;
    private static KeyPair others;
    private static TokenReader reader;

    @BeforeAll
    static void keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        ours = generator.generateKeyPair();
        others = generator.generateKeyPair();
        reader = new TokenReader(id -> id.equals("k1") ? Optional.of(ours.getPublic()) : Optional.empty());
    }

    @Test
    void aTokenOfOursIsTaken() throws Exception {
        assertEquals("p", read(token(header(), claims())).orElseThrow().get("sub"));
        assertTrue(read(token(header(), with(claims(), "aud", List.of("other", "lanerunner"))))
                .isPresent());
        assertTrue(read(token(header(), with(claims(), "nbf", SECOND))).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS256", "RS512", "PS256", "ES256", "EdDSA", "rs256"})
    void noOtherAlgorithmIsTaken(String algorithm) throws Exception {
        String named = token(with(header(), "alg", algorithm), claims());
        refused(named);
        refused(named.substring(0, named.lastIndexOf('.') + 1));
    }

    @Test
    void thePublicKeyIsNoSecretOfAnHmac() throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(ours.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(
                ours.getPublic().getEncoded(),
                pem.getBytes(StandardCharsets.US_ASCII),
                pem.strip().getBytes())) {
            String signed = encoded(with(header(), "alg", "HS256")) + "." + encoded(claims());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused(signed + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes())));
        }
    }

    @Test
    void whatWasChangedAfterSigningIsRefused() throws Exception {
        String[] parts = token(header(), claims()).split("\\.");
        refused(parts[0] + "." + encoded(with(claims(), "sub", "somebody else")) + "." + parts[2]);
        refused(encoded(with(header(), "kid", "k2")) + "." + parts[1] + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 4));
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1]);
        refused(parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[2]);
        refused("." + parts[1] + "." + parts[2]);
        refused("..");
        refused("");
    }

    @Test
    void noOtherKeyIsTakenHoweverTheHeaderBringsIt() throws Exception {
        refused(token(header(), claims(), others));
        Map<String, Object> jwk = Map.of("kty", "RSA", "kid", "k1", "n", "AQAB", "e", "AQAB");
        for (Map.Entry<String, Object> more : Map.<String, Object>of(
                        "jwk", jwk,
                        "jku", "https://evil.example/jwks.json",
                        "x5u", "https://evil.example/cert.pem",
                        "x5c", List.of("MIIB"),
                        "x5t", "abc",
                        "crit", List.of("b64"),
                        "b64", false,
                        "zip", "DEF",
                        "cty", "JWT")
                .entrySet()) {
            refused(token(with(header(), more.getKey(), more.getValue()), claims(), others));
            refused(token(with(header(), more.getKey(), more.getValue()), claims(), ours));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k2",
                "",
                "../../../../dev/null",
                "/etc/passwd",
                "k1\u0000",
                "k1' OR '1'='1",
                "file:///dev/null",
                "K1",
                " k1"
            })
    void aKeyIsKnownByItsNameAndNothingElse(String id) throws Exception {
        refused(token(with(header(), "kid", id), claims()));
    }

    @Test
    void whoseItIsAndForWhomIsLookedAt() throws Exception {
        for (Object issuer : List.of("", "Lanerunner", "https://lanerunner", List.of("lanerunner"), 1)) {
            refused(token(header(), with(claims(), "iss", issuer)));
        }
        for (Object audience : List.of("", "other", List.of(), List.of("other"), Map.of("lanerunner", 1), 1)) {
            refused(token(header(), with(claims(), "aud", audience)));
        }
        for (String missing : List.of("iss", "aud", "exp", "iat")) {
            Map<String, Object> without = claims();
            without.remove(missing);
            refused(token(header(), without));
        }
    }

    @Test
    void itsTimeIsLookedAt() throws Exception {
        refused(token(header(), with(claims(), "exp", SECOND)));
        refused(token(header(), with(claims(), "exp", SECOND - 1)));
        refused(token(header(), with(claims(), "exp", String.valueOf(SECOND + 600))));
        refused(token(header(), with(claims(), "exp", -1)));
        refused(token(header(), with(claims(), "nbf", SECOND + 31)));
        refused(token(header(), with(claims(), "nbf", "now")));
        refused(token(header(), with(claims(), "iat", SECOND + 31)));
        assertTrue(read(token(header(), with(claims(), "iat", SECOND + 30))).isPresent());
    }

    @Test
    void noOtherKindOfTokenPassesForOne() throws Exception {
        refused(token(with(header(), "typ", "JWT"), claims()));
        refused(token(with(header(), "typ", "logout+jwt"), claims()));
        Map<String, Object> without = header();
        without.remove("typ");
        refused(token(without, claims()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}{}",
                "{\"alg\":\"none\",\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}",
                ""
            })
    void headersAndClaimsThatAreNoObjectAreRefused(String text) throws Exception {
        String part = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        refused(part + "." + encoded(claims()) + ".AAAA");
        refused(signed(encoded(header()) + "." + part, ours));
    }

    @Test
    void whatIsVeryLongIsNotEvenRead() throws Exception {
        refused(token(header(), with(claims(), "more", "x".repeat(20_000))));
    }

    /** Of project Wycheproof. */
    @Test
    void knownAttacksOnSignaturesAreRefused() throws Exception {
        assumeTrue(VECTORS.isPresent(), "the vectors are not here");
        int asked = 0;
        List<String> taken = new ArrayList<>();
        for (JsonNode group : JSON.readTree(VECTORS.orElseThrow().toFile()).path("testGroups")) {
            TokenReader ofGroup = new TokenReader(id -> rsa(group.path("public")));
            for (JsonNode test : group.path("tests")) {
                asked++;
                if (ofGroup.read(test.path("jws").asText(), NOW).isPresent()) {
                    taken.add(test.path("tcId").asText());
                }
            }
        }
        assertTrue(asked > 0);
        assertEquals(List.of(), taken, "none of them is a token of ours");
    }

    private static Optional<PublicKey> rsa(JsonNode key) {
        JsonNode one = key.path("keys").isArray() ? key.path("keys").path(0) : key;
        if (!one.path("kty").asText().equals("RSA")) {
            return Optional.empty();
        }
        try {
            Base64.Decoder url = Base64.getUrlDecoder();
            return Optional.of(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(
                            new BigInteger(1, url.decode(one.path("n").asText())),
                            new BigInteger(1, url.decode(one.path("e").asText())))));
        } catch (Exception noKey) {
            return Optional.empty();
        }
    }

    private static void refused(String token) {
        assertEquals(Optional.empty(), read(token), token);
    }

    private static Optional<Map<String, Object>> read(String token) {
        return reader.read(token, NOW);
    }

    private static Map<String, Object> header() {
        return new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "at+jwt", "kid", "k1"));
    }

    private static Map<String, Object> claims() {
        return new LinkedHashMap<>(
                Map.of("iss", "lanerunner", "aud", "lanerunner", "sub", "p", "iat", SECOND - 1, "exp", SECOND + 600));
    }

    private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
        all.put(name, value);
        return all;
    }

    private static String token(Map<String, Object> header, Map<String, Object> claims) throws Exception {
        return token(header, claims, ours);
    }

    private static String token(Map<String, Object> header, Map<String, Object> claims, KeyPair by) throws Exception {
        return signed(encoded(header) + "." + encoded(claims), by);
    }

    private static String signed(String text, KeyPair by) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(by.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encoded(Map<String, Object> object) throws Exception {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(object));
    }
}
