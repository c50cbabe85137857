package org.lanerunner.outbound.messaging;

import java.util.regex.Pattern;

/** What a provider says, without the addresses and numbers in it. More people read the log than the list of deliveries. */
final class Masked {

    private static final Pattern BEFORE_AT = Pattern.compile("[^\\s<>@\"]+@");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{7,}(?=\\d{2})");

    private Masked() {}

    /** @param failure null where there is none */
    static String of(Throwable failure) {
        return failure == null ? "no more is known" : text(String.valueOf(failure));
    }

    static String text(String said) {
        return NUMBER.matcher(BEFORE_AT.matcher(said).replaceAll("…@")).replaceAll("…");
    }
}
