package org.lanerunner.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the provider of SMS tells, signed as Twilio does. */
public final class SmsProvider {

    /** That a message was delivered. */
    public static final String FORM = "MessageSid=SM0123&MessageStatus=delivered";

    private SmsProvider() {}

    /** @param path of which {@link #FORM} is told */
    public static String signature(String path) {
        return signature(path, Map.of("MessageSid", "SM0123", "MessageStatus", "delivered"));
    }

    private static String signature(String path, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(TestServer.byName().toString()).append(path);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TestServer.smsToken().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static Answer tell(UUID delivery, String id, String status, String code) {
        String path = "/api/sms/" + delivery + "/status";
        Map<String, String> form = new TreeMap<>(Map.of("MessageSid", id, "MessageStatus", status));
        StringBuilder body = new StringBuilder("MessageSid=" + id + "&MessageStatus=" + status);
        if (code != null) {
            form.put("ErrorCode", code);
            body.append("&ErrorCode=").append(code);
        }
        return Rest.call(
                "POST",
                path,
                body.toString(),
                null,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Twilio-Signature",
                signature(path, form));
    }
}
