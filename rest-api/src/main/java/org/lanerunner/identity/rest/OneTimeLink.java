package org.lanerunner.identity.rest;

/** The secret of a one-time link, which stands behind the hash in the portal's address and in the body of a call: no log on the way has it. */
public record OneTimeLink(String token) {}
