package org.lanerunner.identity.rest;

/** The secret of a one-time link. It stands behind the hash in the portal's address and in the body of a call, so no log on the way has it. */
public record OneTimeLink(String token) {}
