package org.lanerunner.outbound;

import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

/** The way that SMS take in this installation. */
public enum SmsRoute {
    /** SMS go to Twilio, or to a service with the same interface at the address of the settings. */
    TWILIO("SMS go to the account that LANERUNNER_SMS_ACCOUNT names."),
    /** SMS are not sent but kept readable, since all money here is test money. */
    KEPT("No SMS leaves this installation of test money: it is kept, readable at /api/dev/mails on this machine."),
    /** No SMS are sent, and requests that need them are refused. */
    NONE(
            "SMS are not set up. Name an account with LANERUNNER_SMS_ACCOUNT, LANERUNNER_SMS_TOKEN and LANERUNNER_SMS_FROM.");

    private final String words;

    SmsRoute(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static SmsRoute of(Settings settings) {
        if (has(settings, OutboundSettings.SMS_ACCOUNT)
                && has(settings, OutboundSettings.SMS_FROM)
                && (has(settings, OutboundSettings.SMS_TOKEN)
                        || has(settings, OutboundSettings.SMS_KEY) && has(settings, OutboundSettings.SMS_KEY_SECRET))) {
            return TWILIO;
        }
        return settings.flag(ServerSettings.TEST_MONEY) ? KEPT : NONE;
    }

    /** Where money is test money, SMS to numbers that nobody can have are kept even if other SMS are sent. */
    static SmsRoute of(Settings settings, PhoneNumber number) {
        return settings.flag(ServerSettings.TEST_MONEY) && number.isNobodys() ? KEPT : of(settings);
    }

    private static boolean has(Settings settings, Setting setting) {
        return !settings.text(setting).isEmpty();
    }
}
