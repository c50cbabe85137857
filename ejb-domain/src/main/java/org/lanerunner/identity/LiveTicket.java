package org.lanerunner.identity;

/** The ticket that the first message of a live channel shows, once and within these seconds. */
public record LiveTicket(String ticket, long expiresInSeconds) {}
