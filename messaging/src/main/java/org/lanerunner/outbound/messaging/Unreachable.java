package org.lanerunner.outbound.messaging;

/** Nobody could be asked, or the provider does not take anything from us: no message's fault. */
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
