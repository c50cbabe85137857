package org.lanerunner.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the form in which mails write them. */
final class MailTimes {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private MailTimes() {}

    static String of(Instant time) {
        return FORM.format(time);
    }
}
