package org.lanerunner.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A pair of RSA keys for RS256.
 *
 * @param id the name by which tokens name it: the thumbprint of RFC 7638
 */
record SigningKey(String id, PrivateKey privateKey, RSAPublicKey publicKey, Instant madeAt) {

    static SigningKey of(String pem, Instant madeAt) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("RSA");
        PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(encoded(pem)));
        RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) secret;
        PublicKey open = keys.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        return new SigningKey(thumbprint((RSAPublicKey) open), secret, (RSAPublicKey) open, madeAt);
    }

    static byte[] encoded(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    PublishedKey published() {
        return new PublishedKey(
                "RSA", "sig", "RS256", id, number(publicKey.getModulus()), number(publicKey.getPublicExponent()));
    }

    private static String thumbprint(RSAPublicKey key) throws GeneralSecurityException {
        String canonical = "{\"e\":\"" + number(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(key.getModulus()) + "\"}";
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    /** The number's bytes without the one for its sign. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = java.util.Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
