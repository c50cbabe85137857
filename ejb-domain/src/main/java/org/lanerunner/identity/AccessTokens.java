package org.lanerunner.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;

/**
 * Signs access tokens: RS256 (the fastest to verify), ten minutes, naming person, organisation, session, permissions and how far these reach by ids and codes only. Verified by
 * the server's MP-JWT with the public half of the same key.
 */
@ApplicationScoped
class AccessTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private PrivateKey key;
    private byte[] refreshKey;
    private String issuer;

    @PostConstruct
    void read() {
        try {
            String pem = Files.readString(Path.of(settings.text(Setting.SIGNING_KEY_FILE)));
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("refresh tokens".getBytes(StandardCharsets.UTF_8));
            refreshKey = digest.digest(encoded);
            issuer = ConfigProvider.getConfig().getValue("mp.jwt.verify.issuer", String.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing key can't be read", unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the signing key is no RSA key in PKCS#8", broken);
        }
    }

    /** What the successors of refresh tokens are made with: the same on every node. */
    byte[] refreshKey() {
        return refreshKey;
    }

    Duration lifetime() {
        return settings.duration(Setting.ACCESS_TOKEN_LIFETIME);
    }

    String sign(Session session, Grants grants) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("jti", Uuid7.next().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", (session.isImpersonation() ? session.expiresAt() : now.plus(lifetime())).getEpochSecond());
        claims.put("sub", session.personId().toString());
        claims.put("upn", session.personId().toString());
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
        try {
            String signed =
                    encoded(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + encoded(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
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
