package org.lanerunner.outbound.messaging;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lanerunner.outbound.OutboundSettings;
import org.lanerunner.shared.Settings;

/**
 * The account that sends SMS, and the address of its provider.
 *
 * @param user an API key, or the account itself
 * @param from a number, or a messaging service that has several
 */
public record SmsAccount(URI url, String account, String user, String secret, String from) {

    private static final String MESSAGING_SERVICE = "MG";

    static SmsAccount of(Settings settings) {
        String account = settings.text(OutboundSettings.SMS_ACCOUNT);
        String key = settings.text(OutboundSettings.SMS_KEY);
        return new SmsAccount(
                URI.create(settings.text(OutboundSettings.SMS_URL)),
                account,
                key.isEmpty() ? account : key,
                settings.text(key.isEmpty() ? OutboundSettings.SMS_TOKEN : OutboundSettings.SMS_KEY_SECRET),
                settings.text(OutboundSettings.SMS_FROM));
    }

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** The name of the parameter that names the sender. */
    String sender() {
        return from.startsWith(MESSAGING_SERVICE) ? "MessagingServiceSid" : "From";
    }

    /** The secret stays out of every log. */
    @Override
    public String toString() {
        return account + " at " + url;
    }
}
