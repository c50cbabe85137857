package org.lanerunner.outbound.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks Twilio's signature: an HMAC, keyed with the account's token, over the address as Twilio was given it and the form's names and values in order. Some
 * of Twilio's services leave the port out and some add it, so both are tried, as Twilio's own libraries do.
 */
final class TwilioSignature {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final SecretKeySpec key;

    TwilioSignature(String token) {
        key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param address the address as the sender was given it; @param signature null for none */
    boolean isOf(String address, MultivaluedMap<String, String> form, String signature) {
        if (signature == null) {
            return false;
        }
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        return Stream.of(withoutPort(address), withPort(address))
                .map(url -> signature(url, form).getBytes(StandardCharsets.UTF_8))
                .reduce(false, (found, right) -> MessageDigest.isEqual(right, given) | found, Boolean::logicalOr);
    }

    private String signature(String url, MultivaluedMap<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, values) -> new TreeSet<>(values)
                .forEach(value -> signed.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String withoutPort(String address) {
        URI uri = URI.create(address);
        return uri.getPort() < 0 ? address : address.replaceFirst(":" + uri.getPort() + "(?=[/?]|$)", "");
    }

    private static String withPort(String address) {
        URI uri = URI.create(address);
        int usual = uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
        String host = uri.getRawAuthority();
        return uri.getPort() >= 0 ? address : address.replaceFirst("(?<=://)[^/?]*", host + ":" + usual);
    }
}
