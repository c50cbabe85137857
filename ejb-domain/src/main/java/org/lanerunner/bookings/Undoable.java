package org.lanerunner.bookings;

/** The facts that a person tells of the road and may take back while they are fresh. A delivery is not among them, since the other side looks at its proof. */
public enum Undoable {
    DISPATCH(BookingPermissions.DISPATCH),
    ARRIVAL(BookingPermissions.DRIVE),
    DEPARTURE(BookingPermissions.DRIVE);

    private final String permission;

    Undoable(String permission) {
        this.permission = permission;
    }

    /** The permission by which the fact is told, and taken back. */
    String permission() {
        return permission;
    }

    static Undoable of(RoadFactKind kind) {
        return kind == RoadFactKind.ARRIVAL ? ARRIVAL : DEPARTURE;
    }

    /** The kind of fact of a stop; not to be asked for a dispatch. */
    RoadFactKind kind() {
        return this == ARRIVAL ? RoadFactKind.ARRIVAL : RoadFactKind.DEPARTURE;
    }
}
