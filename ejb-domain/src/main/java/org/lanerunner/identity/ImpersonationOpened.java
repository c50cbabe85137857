package org.lanerunner.identity;

/** What an administrator reads with in a person's place. @param expiresIn seconds, after which there is no other */
public record ImpersonationOpened(String accessToken, long expiresIn) {}
