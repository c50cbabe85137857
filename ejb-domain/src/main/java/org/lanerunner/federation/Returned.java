package org.lanerunner.federation;

import org.lanerunner.identity.SignedIn;

/** What coming back from a provider brings: somebody signed in or asked for a second factor, or a login that is linked to no account. One of them is null. */
public record Returned(SignedIn signedIn, Unlinked unlinked) {

    /** What the client is told. */
    public Object answer() {
        return unlinked == null ? signedIn.answer() : unlinked;
    }
}
