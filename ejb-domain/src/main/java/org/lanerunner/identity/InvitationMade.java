package org.lanerunner.identity;

import java.time.Instant;

/** @param token of the one-time link; it is not to be had again */
public record InvitationMade(String token, Instant expiresAt) {}
