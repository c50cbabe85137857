package org.lanerunner.outbound.messaging;

/** The provider refuses this very message. */
public class NotWanted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean forGood;

    /** @param code a slug such as {@code smtp/550}; @param forGood whether another try is useless */
    public NotWanted(String code, boolean forGood) {
        super(code);
        this.code = code;
        this.forGood = forGood;
    }

    public String code() {
        return code;
    }

    public boolean forGood() {
        return forGood;
    }
}
