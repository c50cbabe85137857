package org.lanerunner.factors;

import java.util.Arrays;
import java.util.Optional;
import org.lanerunner.outbound.Channel;

/** By what a person proves who they are, besides signing in with the password. */
public enum Method {
    /** The password, for who has no second factor. */
    PASSWORD("pwd"),
    /** A code of the authenticator app. */
    CODE("otp"),
    RECOVERY_CODE("otp"),
    /** A code that was sent to the confirmed address; enough where an organisation says so. RFC 8176 has no word for it. */
    MAIL("mail"),
    /** A code that was sent to the confirmed telephone number; enough where an organisation says so. */
    SMS("sms"),
    /** A key in a device that has verified who uses it. */
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

    /** By which way its code is sent; empty for what nobody sends. */
    Optional<Channel> sentBy() {
        return Arrays.stream(Channel.values())
                .filter(channel -> by(channel) == this)
                .findFirst();
    }

    /** As RFC 8176 calls it, which tokens carry. */
    String word() {
        return word;
    }
}
