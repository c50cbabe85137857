package org.lanerunner.outbound.messaging;

import java.util.Properties;
import org.lanerunner.outbound.OutboundSettings;
import org.lanerunner.shared.Settings;

/**
 * The SMTP server, and how it is spoken to.
 *
 * @param tls starttls, tls or none
 * @param user empty for none
 * @param from the sender of all mail
 */
public record MailServer(String host, int port, String tls, String user, String password, String from) {

    private static final String CONNECT_MILLISECONDS = "5000";
    private static final String ANSWER_MILLISECONDS = "15000";

    static MailServer of(Settings settings) {
        return new MailServer(
                settings.text(OutboundSettings.MAIL_HOST),
                settings.number(OutboundSettings.MAIL_PORT),
                settings.text(OutboundSettings.MAIL_TLS),
                settings.text(OutboundSettings.MAIL_USER),
                settings.text(OutboundSettings.MAIL_PASSWORD),
                settings.text(OutboundSettings.MAIL_FROM));
    }

    String protocol() {
        return tls.equals("tls") ? "smtps" : "smtp";
    }

    /** Settings for Jakarta Mail: every wait has an end, and where TLS is wanted nothing is sent without it. @param utf8 whether the address needs it */
    Properties properties(boolean utf8) {
        String prefix = "mail." + protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(tls.equals("starttls")));
        properties.setProperty(prefix + "starttls.required", String.valueOf(tls.equals("starttls")));
        properties.setProperty(prefix + "auth", String.valueOf(!user.isEmpty()));
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "allow8bitmime", "true");
        properties.setProperty("mail.mime.allowutf8", String.valueOf(utf8));
        return properties;
    }
}
