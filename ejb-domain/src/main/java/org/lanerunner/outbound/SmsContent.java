package org.lanerunner.outbound;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The content of an SMS. The network carries it in segments, and each is paid for: 160 characters of its own alphabet (GSM 03.38), or 70 where one of them lies
 * outside of it, seven or three fewer when there are several. No message takes more than {@value #MOST_SEGMENTS}. A longer one is cut, so that nobody's long
 * name makes it cost more. The words of each kind put first what matters.
 */
public record SmsContent(String text) implements Content {

    static final int MOST_SEGMENTS = 2;

    private static final int SEPTETS = 160;
    private static final int SEPTETS_OF_SEVERAL = 153;
    private static final int UNITS = 70;
    private static final int UNITS_OF_SEVERAL = 67;
    private static final String CUT = "...";

    private static final String PLAIN =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each of these characters takes two places. */
    private static final String ESCAPED = "^{}\\[~]|€\f";

    static SmsContent of(String text) {
        if (segments(text) <= MOST_SEGMENTS) {
            return new SmsContent(text);
        }
        int end = text.length();
        while (segments(text.substring(0, end) + CUT) > MOST_SEGMENTS) {
            end = text.offsetByCodePoints(end, -1);
        }
        return new SmsContent(text.substring(0, end) + CUT);
    }

    @JsonIgnore
    public int segments() {
        return segments(text);
    }

    private static int segments(String text) {
        boolean plain = text.chars().allMatch(one -> PLAIN.indexOf(one) >= 0 || ESCAPED.indexOf(one) >= 0);
        int length = plain
                ? text.chars().map(one -> ESCAPED.indexOf(one) >= 0 ? 2 : 1).sum()
                : text.length();
        int one = plain ? SEPTETS : UNITS;
        int several = plain ? SEPTETS_OF_SEVERAL : UNITS_OF_SEVERAL;
        return length <= one ? 1 : (length + several - 1) / several;
    }
}
