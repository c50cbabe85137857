package org.lanerunner.outbound;

import org.lanerunner.shared.Limit;

/** Why a message was not written. */
public enum Unsent {
    /** Its recipient has confirmed no address or number, or one that can't be written to. */
    NOBODY,
    /** No SMS go out of here, or none to that country. */
    UNSERVED,
    /** So many went there today. */
    OFTEN,
    /** So many went to others today, with whom it has a share in common. */
    OFTEN_TO_ALL;

    static Unsent beyond(Limit limit) {
        return limit == Limit.SMS_TO_NUMBER || limit == Limit.MAILS_TO_ADDRESS ? OFTEN : OFTEN_TO_ALL;
    }
}
