package org.lanerunner.factors;

import java.util.Arrays;
import java.util.Optional;
import org.lanerunner.outbound.Channel;

/** The ways in which a person proves who they are, besides signing in with the password. */
public enum Method {
    /** The password, for a person who has no second factor. */
    PASSWORD("pwd"),
    /** A code of the authenticator app. */
    CODE("otp"),
    RECOVERY_CODE("otp"),
    /** A code that was sent to the confirmed address. It is enough where an organisation says so. RFC 8176 has no word for it. */
    MAIL("mail"),
    /** A code that was sent to the confirmed telephone number. It is enough where an organisation says so. */
    SMS("sms"),
    /** A key in a device that has verified its user. */
    PASSKEY("hwk");

    private final String word;

    Method(String word) {
        this.word = word;
    }

    static Method by(Channel channel) {
        return switch (channel) {
            case MAIL -> MAIL;
            case SMS -> SMS;
        };
    }

    /** The channel by which its code is sent; empty for a method without a sent code. */
    Optional<Channel> sentBy() {
        return Arrays.stream(Channel.values())
                .filter(channel -> by(channel) == this)
                .findFirst();
    }

    /** The word of RFC 8176, which tokens carry. */
    String word() {
        return word;
    }
}
