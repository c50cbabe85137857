package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.lanerunner.outbound.MailRoute;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * Says whether an address must be confirmed. Where money is test money, the names of documentation (RFC 2606: example.org, demo.example) are accepted without:
 * no mail can arrive there, and demos, tests and measurements use them. Everywhere else a mail must confirm it.
 */
@ApplicationScoped
class Confirmations {

    private static final Pattern DOCUMENTATION = Pattern.compile(".*[.@](example|example\\.(com|net|org))");

    @Inject
    private Settings settings;

    boolean areNeededFor(EmailAddress address) {
        return !settings.flag(ServerSettings.TEST_MONEY)
                || !DOCUMENTATION.matcher(address.key()).matches();
    }

    /** @throws Refusal UNAVAILABLE where no mail can be sent, so that nobody waits for one */
    void requirePossible() {
        if (MailRoute.of(settings) == MailRoute.NONE) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "identity/no-mail",
                    "This installation sends no mail yet, and an account begins with one. Whoever runs it names a mail server.");
        }
    }
}
