package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A new key signs without a restart and without signing anybody out; others tell by the published keys that a token is of this server. */
@SystemTest
class SigningKeysIT {

    @Test
    void aNewKeySignsAndNobodyIsSignedOut() throws Exception {
        Person before = People.shipper();
        String token = before.accessToken();
        String old = keyOf(token);
        assertTrue(published().contains(old));
        addKey(Instant.now().minusSeconds(70));
        String fresh = Eventually.get(() -> keyOf(signIn(before)), key -> !key.equals(old));
        assertTrue(published().containsAll(Set.of(old, fresh)), "both verify for a while");
        Rest.call("GET", "/api/me", null, token).expect(200);
        Rest.get("/api/me", before.refreshed()).expect(200);
        assertEquals(fresh, keyOf(signIn(before)));
    }

    @Test
    void othersTellByThePublishedKeysThatATokenIsOfThisServer() throws Exception {
        String token = People.shipper().accessToken();
        String[] parts = token.split("\\.");
        JsonNode key = null;
        for (JsonNode each : keys("/.well-known/jwks.json")) {
            key = each.path("kid").asText().equals(keyOf(token)) ? each : key;
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
        assertEquals(
                "sig RS256 RSA",
                key.path("use").asText() + " " + key.path("alg").asText() + " "
                        + key.path("kty").asText());
        assertEquals(Set.of("kty", "use", "alg", "kid", "n", "e"), names(key), "nothing of the secret half");
    }

    @Test
    void tokensSayWhatTheyAreAndForWhom() throws Exception {
        String[] parts = People.shipper().accessToken().split("\\.");
        JsonNode header = Rest.JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = Rest.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertEquals("at+jwt", header.path("typ").asText());
        assertEquals("lanerunner", claims.path("aud").asText());
        assertNotEquals("", header.path("kid").asText());
    }

    /** In the folder and under a name as the launcher gives them. */
    private static void addKey(Instant madeAt) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path folder = TestServer.data().root().resolve("secrets/signing-keys");
        Files.createDirectories(folder);
        String name = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(madeAt);
        Path half = Files.writeString(folder.resolve("half"), pem);
        Files.move(half, folder.resolve(name + "-test.pem"));
    }

    private static String signIn(Person who) {
        return Rest.post("/api/auth/login", object("email", who.email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("accessToken");
    }

    private static String keyOf(String token) {
        try {
            return Rest.JSON
                    .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]))
                    .path("kid")
                    .asText();
        } catch (IOException noToken) {
            throw new AssertionError(noToken);
        }
    }

    private static Set<String> published() {
        Set<String> ids = new TreeSet<>();
        keys("/api/.well-known/jwks.json")
                .forEach(key -> ids.add(key.path("kid").asText()));
        return ids;
    }

    private static JsonNode keys(String path) {
        return Rest.send(HttpRequest.newBuilder(URI.create(TestServer.address() + path))
                        .build())
                .expect(200)
                .body()
                .path("keys");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
