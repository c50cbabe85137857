package org.lanerunner.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/** A member, as colleagues of the same organisation see it. */
public record MemberView(UUID personId, String name, String email, List<String> roles, Instant joinedAt, int version)
        implements Versioned {}
