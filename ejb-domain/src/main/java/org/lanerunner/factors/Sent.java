package org.lanerunner.factors;

import java.time.Duration;

/** What came of a code that was to be sent. */
record Sent(Answer answer, Duration pause) {

    /** Whether it went. */
    enum Answer {
        YES,
        LATER,
        NOT_TAKEN,
        OVER
    }

    static final Sent YES = new Sent(Answer.YES, Duration.ZERO);
    static final Sent NOT_TAKEN = new Sent(Answer.NOT_TAKEN, Duration.ZERO);
    static final Sent OVER = new Sent(Answer.OVER, Duration.ZERO);
}
