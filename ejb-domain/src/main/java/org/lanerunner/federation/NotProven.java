package org.lanerunner.federation;

/** What a provider's answer says is not taken for true. The reason is for the log of whoever runs the server; it holds no token. */
final class NotProven extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotProven(String why) {
        super(why);
    }

    NotProven(String why, Throwable cause) {
        super(why, cause);
    }
}
