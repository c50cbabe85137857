package org.lanerunner.identity;

import java.util.UUID;

/** Told inside the transaction in which a person became a member. The driver record is the one that the invitation named, or null. */
public record MemberJoined(UUID personId, UUID organisationId, UUID driverId) {}
