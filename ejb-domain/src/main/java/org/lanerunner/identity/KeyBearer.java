package org.lanerunner.identity;

import org.lanerunner.shared.Caller;

/** Whoever shows an API key instead of an access token. */
public interface KeyBearer {

    String secret();

    /** Says who it is, for the rest of the request. */
    void actsAs(Caller known);
}
