package org.lanerunner.outbound;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail or SMS that would have been sent if there were a provider.
 *
 * @param to the address or number
 * @param subject null for an SMS, as is the HTML
 */
public record KeptMail(
        UUID id,
        Channel channel,
        String kind,
        String to,
        @Nullable String subject,
        String text,
        @Nullable String html,
        Instant keptAt) {

    static KeptMail of(UUID id, String kind, String to, Content content, Instant now) {
        return content instanceof MailContent mail
                ? new KeptMail(id, Channel.MAIL, kind, to, mail.subject(), mail.text(), mail.html(), now)
                : new KeptMail(id, Channel.SMS, kind, to, null, content.text(), null, now);
    }
}
