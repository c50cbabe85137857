package org.lanerunner.identity;

/** The token with which an administrator reads in a person's place. @param expiresIn seconds, after which there is no other token */
public record ImpersonationOpened(String accessToken, long expiresIn) {}
