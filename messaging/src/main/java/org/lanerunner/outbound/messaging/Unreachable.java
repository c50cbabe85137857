package org.lanerunner.outbound.messaging;

/** The provider could not be asked, or takes nothing from us. It is not the message's fault. */
public class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code a slug such as {@code smtp/no-connection} */
    public Unreachable(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
