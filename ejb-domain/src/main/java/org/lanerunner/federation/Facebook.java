package org.lanerunner.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Facebook's own OAuth 2.0. It has no ID token: its Graph API says to whom the access token belongs. Each call there proves by {@code appsecret_proof} that the
 * caller has the app's secret, so that a token that somebody took elsewhere is of no use. Facebook does not say whether it has verified an address, so it
 * counts as not verified.
 */
final class Facebook {

    private Facebook() {}

    static String proof(String accessToken, String appSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(accessToken.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static ProvenIdentity person(Provider provider, String answer) {
        JsonNode said = Json.object(answer, "what the Graph API says of the person");
        return ProvenIdentity.told(
                provider.issuer(),
                Json.text(said, "id"),
                Json.text(said, "name"),
                Json.text(said, "email"),
                false,
                null);
    }
}
