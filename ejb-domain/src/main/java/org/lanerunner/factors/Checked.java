package org.lanerunner.factors;

import java.time.Duration;

/** The result of checking what was shown. */
record Checked(boolean right, Duration delay) {

    static final Checked RIGHT = new Checked(true, Duration.ZERO);
    static final Checked WRONG = new Checked(false, Duration.ZERO);

    static Checked waiting(Duration delay) {
        return new Checked(false, delay);
    }

    boolean mustWait() {
        return !delay.isZero();
    }

    /** The delay in seconds, rounded up, so that a person who waits so long has waited enough. */
    int waitSeconds() {
        return (int) delay.plusMillis(999).toSeconds();
    }
}
