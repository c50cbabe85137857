package org.lanerunner.outbound;

import org.lanerunner.shared.Limit;

/** The reasons why a message was not written. */
public enum Unsent {
    /** Its recipient has confirmed no address or number, or one that can't be written to. */
    NOBODY,
    /** No SMS go out of this installation, or none to that country. */
    UNSERVED,
    /** The recipient has had the day's share of these messages already. */
    OFTEN,
    /** Messages to others have used up the day's share that they have in common. */
    OFTEN_TO_ALL;

    static Unsent beyond(Limit limit) {
        return limit == Limit.SMS_TO_NUMBER || limit == Limit.MAILS_TO_ADDRESS ? OFTEN : OFTEN_TO_ALL;
    }
}
