package org.lanerunner.federation;

/** A provider does not accept what it was shown. */
public final class ProviderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderRefused(String what) {
        super(what);
    }
}
