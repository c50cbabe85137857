package org.lanerunner.factors;

import java.time.Duration;

/** The result of sending a code. @param challenge the challenge that the code finishes, where one was begun for it */
record Sent(Answer answer, Duration pause, String challenge) {

    /** The answers to whether the code was sent. */
    enum Answer {
        YES,
        /** Another code was sent a moment ago. */
        LATER,
        /** The person's share of the day is used up, and so is the one code of this hour. */
        MANY,
        /** The person has had some codes today, and the share of all people is used up. */
        MANY_OF_ALL,
        NOT_TAKEN,
        OVER
    }

    static final Sent YES = new Sent(Answer.YES, Duration.ZERO, null);
    static final Sent MANY = new Sent(Answer.MANY, Duration.ofHours(1), null);
    static final Sent MANY_OF_ALL = new Sent(Answer.MANY_OF_ALL, Duration.ofHours(1), null);
    static final Sent NOT_TAKEN = new Sent(Answer.NOT_TAKEN, Duration.ZERO, null);
    static final Sent OVER = new Sent(Answer.OVER, Duration.ZERO, null);

    static Sent later(Duration pause) {
        return new Sent(Answer.LATER, pause, null);
    }

    Sent finishing(String begun) {
        return new Sent(answer, pause, begun);
    }
}
