package org.lanerunner.federation;

/** A provider gives no answer, or none that can be read. The message does not repeat the answer, which may hold secrets. */
public final class ProviderUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderUnreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
