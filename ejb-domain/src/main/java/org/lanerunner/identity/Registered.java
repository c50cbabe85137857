package org.lanerunner.identity;

import java.util.UUID;

/** A new account, signed in. */
public record Registered(UUID personId, UUID organisationId, String accessToken, String refreshToken, long expiresIn) {}
