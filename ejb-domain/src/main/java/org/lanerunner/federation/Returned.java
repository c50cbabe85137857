package org.lanerunner.federation;

import org.lanerunner.identity.SignedIn;

/**
 * The result of coming back from a provider: somebody is signed in or asked for a second factor, or the login is linked to no account. One of the two is null.
 */
public record Returned(SignedIn signedIn, Unlinked unlinked) {

    /** The answer to the client. */
    public Object answer() {
        return unlinked == null ? signedIn.answer() : unlinked;
    }
}
