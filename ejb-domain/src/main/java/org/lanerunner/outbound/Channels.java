package org.lanerunner.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;

/** Knows by which ways messages go out of this installation, so that a feature that needs one can say at once that there is none. */
@ApplicationScoped
@NeedsNoPermission(because = "everybody may know what an installation has")
public class Channels {

    @Inject
    private Settings settings;

    public boolean available(Channel channel) {
        return switch (channel) {
            case MAIL -> MailRoute.of(settings) != MailRoute.NONE;
            case SMS -> SmsRoute.of(settings) != SmsRoute.NONE;
        };
    }

    /** True if SMS go to the country of the number. */
    public boolean reaches(PhoneNumber number) {
        String countries = settings.text(OutboundSettings.SMS_COUNTRIES);
        return countries.isEmpty()
                || Arrays.stream(countries.split(",")).map(String::strip).anyMatch(number::isIn);
    }

    /** The refusal for a number in a country to which no SMS go from here. */
    public static Refusal noSmsThere() {
        return new Refusal(
                Refusal.Kind.UNAVAILABLE,
                "outbound/no-sms",
                "This installation sends no SMS to the country of your number. Whoever runs it can change that.");
    }

    /** @throws Refusal UNAVAILABLE where nothing goes out by this channel */
    public void require(Channel channel) {
        if (!available(channel)) {
            throw channel == Channel.SMS
                    ? new Refusal(
                            Refusal.Kind.UNAVAILABLE,
                            "outbound/no-sms",
                            "This installation sends no SMS. Whoever runs it can set up an account for them.")
                    : new Refusal(
                            Refusal.Kind.UNAVAILABLE,
                            "outbound/no-mail",
                            "This installation sends no mail yet. Whoever runs it names a mail server.");
        }
    }
}
