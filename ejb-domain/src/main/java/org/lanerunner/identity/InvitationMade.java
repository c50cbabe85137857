package org.lanerunner.identity;

import java.time.Instant;

/** @param token the token of the one-time link, which is shown only now */
public record InvitationMade(String token, Instant expiresAt) {}
