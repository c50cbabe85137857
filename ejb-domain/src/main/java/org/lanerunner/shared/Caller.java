package org.lanerunner.shared;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks: a person acting for one organisation in one session, with the permissions that the roles there give. The system itself (timers, fences, batch)
 * is a caller without a person.
 */
public record Caller(UUID personId, UUID organisationId, UUID sessionId, Set<String> permissions) {

    private static final Caller SYSTEM = new Caller(null, null, null, Set.of());

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public static Caller system() {
        return SYSTEM;
    }

    public boolean isSystem() {
        return personId == null;
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Refuses unless the caller has the permission. */
    public void require(String permission) {
        if (!may(permission)) {
            throw Refusal.forbidden("This needs the permission " + permission + ".");
        }
    }

    /** Refuses unless the caller has one of the permissions. */
    public void requireAny(String... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::may)) {
            throw Refusal.forbidden("This needs one of the permissions " + String.join(", ", anyOf) + ".");
        }
    }

    /** A member who only drives: sees the work of the own driver record, not the whole organisation's. */
    public boolean drivesOnly() {
        return may(Permission.BOOKINGS_DRIVE)
                && !may(Permission.TRIPS_POST)
                && !may(Permission.LOADS_POST)
                && !may(Permission.ORGANISATION_MANAGE);
    }
}
