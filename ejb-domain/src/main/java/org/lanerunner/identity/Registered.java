package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.util.UUID;

/** A new account, signed in. */
public record Registered(
        UUID personId,
        UUID organisationId,
        String accessToken,
        @Nullable String refreshToken,
        long expiresIn) {

    /** The answer for a browser, which keeps the refresh token in a cookie. */
    public Registered withoutRefreshToken() {
        return new Registered(personId, organisationId, accessToken, null, expiresIn);
    }

    static Registered of(Sessions.Opened opened) {
        Tokens tokens = opened.tokens();
        return new Registered(
                opened.caller().actorId(),
                opened.caller().organisationId(),
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.expiresIn());
    }
}
