package org.lanerunner.outbound.messaging;

/** The provider was asked and did not answer: nobody knows whether it has the message, so that asking again may send it twice. */
public class Unanswered extends Unreachable {

    private static final long serialVersionUID = 1L;

    public Unanswered(String code, Throwable cause) {
        super(code, cause);
    }
}
