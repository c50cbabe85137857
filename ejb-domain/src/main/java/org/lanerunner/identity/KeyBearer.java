package org.lanerunner.identity;

import org.lanerunner.shared.Caller;

/** A caller that shows an API key instead of an access token. */
public interface KeyBearer {

    String secret();

    /** Sets the caller for the rest of the request. */
    void actsAs(Caller known);
}
