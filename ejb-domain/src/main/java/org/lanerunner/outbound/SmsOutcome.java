package org.lanerunner.outbound;

/** The provider's word on what became of a message that it took. */
public enum SmsOutcome {
    /** It is on the recipient's telephone. */
    DELIVERED,
    /** The network took it, but the telephone did not. */
    UNDELIVERED,
    /** The network did not take it. */
    FAILED
}
