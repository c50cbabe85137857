package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A person's phone and passkeys, as the tests hold them: an app that makes codes, and what a browser answers for a passkey at the portal's host name. */
public final class SecondFactors {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    /** An app that is on. @param token which says that it was shown */
    public record App(String secret, List<String> recoveryCodes, String token) {

        public String code() {
            return SecondFactors.code(secret);
        }
    }

    private SecondFactors() {}

    /** Turns codes by an app on. */
    public static App app(Person person) {
        String secret = Rest.post("/api/factors/app", null, person).expect(200).text("secret");
        Answer on = Rest.post("/api/factors/app/confirm", object("code", code(secret)), person)
                .expect(200);
        List<String> codes = new ArrayList<>();
        on.body().path("recoveryCodes").forEach(code -> codes.add(code.asText()));
        return new App(secret, codes, on.text("accessToken"));
    }

    /** What the app shows now. */
    public static String code(String secret) {
        byte[] seed = new byte[secret.length() * 5 / 8];
        long held = 0;
        int bits = 0;
        int at = 0;
        for (char letter : secret.toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                seed[at++] = (byte) (held >> bits);
            }
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP_SECONDS)
                    .array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 15, 4).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As if half a minute had passed: the code that the app shows was not used yet. */
    public static void nextStep(Person person) {
        Sql.run("UPDATE factors.authenticator SET last_step = 0 WHERE person_id = '" + person.personId() + "'");
    }

    /** A number of nobody that the person has confirmed. @return as it is kept */
    public static String phone(Person person) {
        Rest.post("/api/me/profile/phone/confirm", object("code", People.phoneCode(person)), person)
                .expect(204);
        return Sql.text("SELECT phone FROM identity.profile WHERE person_id = '" + person.personId() + "'");
    }

    public static Answer signIn(Person person) {
        return Rest.post("/api/auth/login", object("email", person.email(), "password", People.PASSWORD), null);
    }

    /** What signing in gives to be handed back. */
    public static String challenge(Person person) {
        return signIn(person).expect(200).text("challenge");
    }

    public static Answer finish(String challenge, String method, String code) {
        return Rest.post(
                "/api/auth/login/finish", object("challenge", challenge, "method", method, "code", code), null);
    }

    /** A passkey that the person made at the portal's host name. */
    public static SoftPasskey passkey(Person person, String name) {
        SoftPasskey passkey = new SoftPasskey(TestServer.byName().toString(), "localhost");
        byName("POST", "/api/factors/passkeys", newPasskey(person, passkey, name), person.accessToken())
                .expect(201);
        return passkey;
    }

    /** The id of the first passkey that the person has, or of nobody's. */
    public static String passkeyId(Person person) {
        String id = of(person).at("/passkeys/0/id").asText();
        return id.isEmpty() ? UUID.randomUUID().toString() : id;
    }

    /** What the browser answers when the passkey is made. */
    public static Map<String, Object> newPasskey(Person person, SoftPasskey passkey, String name) {
        Answer begun = byName("POST", "/api/factors/passkeys/begin", null, person.accessToken())
                .expect(200);
        return object(
                "challenge",
                begun.text("challenge"),
                "name",
                name,
                "clientData",
                passkey.clientData("webauthn.create", begun.text("nonce")),
                "attestation",
                passkey.attestation(),
                "transports",
                List.of("internal"));
    }

    /** What the browser answers when the passkey is asked for. */
    public static Map<String, Object> shown(SoftPasskey passkey, String nonce, UUID whose) {
        String clientData = passkey.clientData("webauthn.get", nonce);
        String authenticatorData = passkey.authenticatorData();
        return object(
                "credentialId",
                passkey.credentialId(),
                "clientData",
                clientData,
                "authenticatorData",
                authenticatorData,
                "signature",
                passkey.signature(authenticatorData, clientData),
                "userHandle",
                whose == null ? null : handle(whose));
    }

    public static Answer finish(String challenge, Map<String, Object> shown) {
        return byName(
                "POST",
                "/api/auth/login/finish",
                object("challenge", challenge, "method", "PASSKEY", "passkey", shown),
                null);
    }

    /** Asks at the portal's host name: passkeys need one. */
    public static Answer byName(String method, String path, Object body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.byName() + path));
        try {
            request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(Rest.JSON.writeValueAsBytes(body)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return Rest.send(request.build());
    }

    static JsonNode of(Person person) {
        return Rest.get("/api/factors", person).expect(200).body();
    }

    private static String handle(UUID person) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(person.getMostSignificantBits())
                        .putLong(person.getLeastSignificantBits())
                        .array());
    }
}
