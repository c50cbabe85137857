package org.lanerunner.outbound;

import java.util.Locale;
import java.util.regex.Pattern;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/** The way that mail takes in this installation. */
public enum MailRoute {
    /** Mail goes to the SMTP server that the settings name. */
    SMTP("Mail goes to the SMTP server that LANERUNNER_MAIL_HOST names."),
    /** Mail is not sent but kept readable, since all money here is test money. */
    KEPT("No mail leaves this installation of test money: it is kept, readable at /api/dev/mails on this machine."),
    /** Mail waits until there is a server. */
    NONE("Mail waits: there is no SMTP server. Name one with LANERUNNER_MAIL_HOST.");

    /** Names that can never belong to anybody (RFC 2606, RFC 6761). */
    private static final Pattern NOBODYS =
            Pattern.compile("(.*[.@])(example|test|invalid|localhost|example\\.(com|net|org))");

    private final String words;

    MailRoute(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static MailRoute of(Settings settings) {
        if (!settings.text(OutboundSettings.MAIL_HOST).isEmpty()) {
            return SMTP;
        }
        return settings.flag(ServerSettings.TEST_MONEY) ? KEPT : NONE;
    }

    /** Where money is test money, mail to names that nobody can have is kept even if other mail is sent: demos and tests write to nobody. */
    public static MailRoute of(Settings settings, String address) {
        return settings.flag(ServerSettings.TEST_MONEY)
                        && NOBODYS.matcher(address.toLowerCase(Locale.ROOT)).matches()
                ? KEPT
                : of(settings);
    }
}
