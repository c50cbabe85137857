package org.lanerunner.federation;

/** A provider that gives no answer, or none that can be read. What it said is not repeated: it may hold what is nobody's to read. */
public final class ProviderUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderUnreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
