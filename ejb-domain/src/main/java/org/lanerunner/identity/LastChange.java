package org.lanerunner.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * Who changed something last.
 *
 * @param personId null where a program or the system did it
 */
public record LastChange(Instant at, UUID personId, String name) {}
