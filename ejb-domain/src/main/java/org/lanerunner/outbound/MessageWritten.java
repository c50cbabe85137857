package org.lanerunner.outbound;

/** A message waits. Observe it {@code AFTER_SUCCESS}, when it is really there, and never block in doing so. */
public record MessageWritten(Channel channel) {}
