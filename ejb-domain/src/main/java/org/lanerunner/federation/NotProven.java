package org.lanerunner.federation;

/** The provider's answer is not accepted as true. The reason is for the log and its operator; it holds no token. */
final class NotProven extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotProven(String why) {
        super(why);
    }

    NotProven(String why, Throwable cause) {
        super(why, cause);
    }
}
