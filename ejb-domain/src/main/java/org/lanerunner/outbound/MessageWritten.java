package org.lanerunner.outbound;

/** Tells that a message waits. Observe it {@code AFTER_SUCCESS}, when the message is committed, and never block in doing so. */
public record MessageWritten(Channel channel) {}
