package org.lanerunner.identity;

/** @param accessToken to be sent as bearer token; @param refreshToken good for one refresh; @param expiresIn seconds that the access token lasts */
public record Tokens(String accessToken, String refreshToken, long expiresIn) {}
