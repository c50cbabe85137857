package org.lanerunner.flags;

import java.util.UUID;

/** What a flag was for a unit. @param organisationId the organisation acted for when it was asked */
record FlagAssignment(Flag flag, UUID unitId, boolean on, UUID organisationId) {

    /** The part of an assignment that makes it the same: it is told once. */
    record Once(Flag flag, UUID unitId, boolean on) {}

    Once once() {
        return new Once(flag, unitId, on);
    }
}
