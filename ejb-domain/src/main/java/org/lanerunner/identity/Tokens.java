package org.lanerunner.identity;

import jakarta.annotation.Nullable;

/**
 * @param accessToken to be sent as bearer token
 * @param refreshToken good for one refresh; null where there is none to be told, as to a browser that has it in a cookie
 * @param expiresIn seconds that the access token lasts
 */
public record Tokens(String accessToken, @Nullable String refreshToken, long expiresIn) {

    public Tokens withoutRefreshToken() {
        return new Tokens(accessToken, null, expiresIn);
    }
}
