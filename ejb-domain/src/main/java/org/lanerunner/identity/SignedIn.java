package org.lanerunner.identity;

/** What a right password, or a provider's word, brings: tokens, or where a second factor is needed, the challenge. One of them is null. */
public record SignedIn(Tokens tokens, Challenge challenge) {

    public static SignedIn with(Tokens tokens) {
        return new SignedIn(tokens, null);
    }

    public static SignedIn needing(Challenge challenge) {
        return new SignedIn(null, challenge);
    }

    /** What the client is told. */
    public Object answer() {
        return tokens == null ? challenge : tokens;
    }
}
