package org.lanerunner.outbound;

/** What the provider says became of a message that it took. */
public enum SmsOutcome {
    /** It is on the recipient's telephone. */
    DELIVERED,
    /** The network took it, and not the telephone. */
    UNDELIVERED,
    /** The network did not take it. */
    FAILED
}
