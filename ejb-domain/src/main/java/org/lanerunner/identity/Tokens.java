package org.lanerunner.identity;

import jakarta.annotation.Nullable;

/**
 * @param accessToken to be sent as a bearer token
 * @param refreshToken good for one refresh; null where none is told, as to a browser that has it in a cookie
 * @param expiresIn the number of seconds for which the access token is good
 */
public record Tokens(String accessToken, @Nullable String refreshToken, long expiresIn) {

    public Tokens withoutRefreshToken() {
        return new Tokens(accessToken, null, expiresIn);
    }
}
