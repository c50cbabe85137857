package org.lanerunner.outbound;

import org.lanerunner.shared.Setting;

/** Settings for the providers of mail and SMS, and for how much goes out. */
public final class OutboundSettings {

    public static final Setting MAIL_HOST = new Setting(
            "lanerunner.mail.host",
            "",
            "SMTP server that takes outgoing mail. Empty for none: mail waits, or is kept readable where money is test money.");

    public static final Setting MAIL_PORT = new Setting("lanerunner.mail.port", "587", "Port of the SMTP server.");

    public static final Setting MAIL_TLS = new Setting(
            "lanerunner.mail.tls",
            "starttls",
            "How the way to the SMTP server is protected: starttls (required), tls from the first byte, or none.");

    public static final Setting MAIL_USER =
            new Setting("lanerunner.mail.user", "", "User at the SMTP server; empty for none.");

    public static final Setting MAIL_PASSWORD =
            new Setting("lanerunner.mail.password", "", "Password at the SMTP server.");

    public static final Setting MAIL_FROM = new Setting(
            "lanerunner.mail.from",
            "LaneRunner <no-reply@localhost>",
            "Sender of all mail; its domain also names the messages.");

    public static final Setting MAIL_ATTEMPTS = new Setting(
            "lanerunner.mail.attempts",
            "8",
            "How often a message that the provider itself refuses is offered before it becomes a dead letter.");

    public static final Setting MAILS_PER_ADDRESS = new Setting(
            "lanerunner.mails.per.address",
            "10",
            "Most mails of one kind to one address in 24 hours; beyond them one an hour goes.");

    public static final Setting MAILS_PER_ORGANISATION = new Setting(
            "lanerunner.mails.per.organisation", "200", "Most mails on behalf of one organisation in 24 hours.");

    public static final Setting MAILS_PER_SENDER = new Setting(
            "lanerunner.mails.per.sender",
            "2000",
            "Most mails in 24 hours to addresses that nobody has confirmed, of what one network address asks for; behind a proxy all have the proxy's.");

    public static final Setting MAILS_UNVERIFIED = new Setting(
            "lanerunner.mails.unverified",
            "20000",
            "Most mails of the whole installation in 24 hours to addresses that nobody has confirmed, for each of the four reasons why they are written to.");

    public static final Setting SMS_ACCOUNT = new Setting(
            "lanerunner.sms.account",
            "",
            "Twilio's account SID (AC…) under which SMS go out. Empty for none: what needs SMS says so, or they are kept readable where money is test money.");

    public static final Setting SMS_TOKEN = new Setting(
            "lanerunner.sms.token",
            "",
            "The account's auth token; it opens the account where no key is named, and signs what Twilio tells of each SMS.");

    public static final Setting SMS_KEY =
            new Setting("lanerunner.sms.key", "", "SID of an API key (SK…) that is used instead of the auth token.");

    public static final Setting SMS_KEY_SECRET =
            new Setting("lanerunner.sms.key.secret", "", "Secret of that API key.");

    public static final Setting SMS_FROM = new Setting(
            "lanerunner.sms.from",
            "",
            "Number that SMS come from, such as +12015550123, or the SID of a messaging service (MG…).");

    public static final Setting SMS_URL = new Setting(
            "lanerunner.sms.url",
            "https://api.twilio.com",
            "Address of Twilio's API, or of a provider that speaks the same.");

    public static final Setting SMS_COUNTRIES = new Setting(
            "lanerunner.sms.countries",
            "",
            "Countries, by commas, that SMS go to: ISO codes such as US,DE, or calling codes such as +49, which may be several countries’ (+1 is the Bahamas’, too); all when empty. Name those where your people are: messages to costly countries are a way to steal.");

    public static final Setting SMS_PER_NUMBER = new Setting(
            "lanerunner.sms.per.number",
            "10",
            "Most SMS to one number in 24 hours; counted apart for those that confirm it, codes to sign in, codes to prove anew, and all else. Of codes as many for each person and three times as many for all who share the number, and beyond them one an hour.");

    public static final Setting SMS_PER_PERSON = new Setting(
            "lanerunner.sms.per.person", "20", "Most SMS to one person, to whichever numbers, in 24 hours.");

    public static final Setting SMS_PER_ORGANISATION = new Setting(
            "lanerunner.sms.per.organisation",
            "100",
            "Most SMS on behalf of one organisation in 24 hours; the first five codes of a kind to a number go up to five times as many, here and below.");

    public static final Setting SMS_PER_COUNTRY = new Setting(
            "lanerunner.sms.per.country",
            "500",
            "Most SMS to numbers of one calling code in 24 hours, counted apart for those that confirm a number, codes, and all else.");

    public static final Setting SMS_PER_DAY = new Setting(
            "lanerunner.sms.per.day",
            "2000",
            "Most SMS of the whole installation in 24 hours, counted apart for those that confirm a number, codes, and all else.");

    public static final Setting KEEP_DELIVERIES_DAYS = new Setting(
            "lanerunner.keep.deliveries.days",
            "30",
            "How many days it is known to whom a message was sent, or could not be.");

    private OutboundSettings() {}
}
