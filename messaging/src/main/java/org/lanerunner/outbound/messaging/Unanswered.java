package org.lanerunner.outbound.messaging;

/** The provider was asked and did not answer. Nobody knows whether it has the message, so another try may send it twice. */
public class Unanswered extends Unreachable {

    private static final long serialVersionUID = 1L;

    public Unanswered(String code, Throwable cause) {
        super(code, cause);
    }
}
