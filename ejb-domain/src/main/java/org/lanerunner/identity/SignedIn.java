package org.lanerunner.identity;

/** The result of a right password, or of a provider's word: tokens or, where a second factor is needed, the challenge. One of them is null. */
public record SignedIn(Tokens tokens, Challenge challenge) {

    public static SignedIn with(Tokens tokens) {
        return new SignedIn(tokens, null);
    }

    public static SignedIn needing(Challenge challenge) {
        return new SignedIn(null, challenge);
    }

    /** The answer to the client. */
    public Object answer() {
        return tokens == null ? challenge : tokens;
    }
}
