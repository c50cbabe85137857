package org.lanerunner.identity;

import java.util.UUID;

/** Told on every node soon after a session ended, whatever ended it. */
public record SessionEnded(UUID sessionId) {}
