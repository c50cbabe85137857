package org.lanerunner.bookings;

/** What a person tells of the road and may take back while it is fresh. A delivery is not among it: its proof is the other side's to look at. */
public enum Undoable {
    DISPATCH(BookingPermissions.DISPATCH),
    ARRIVAL(BookingPermissions.DRIVE),
    DEPARTURE(BookingPermissions.DRIVE);

    private final String permission;

    Undoable(String permission) {
        this.permission = permission;
    }

    /** The one by which it is told. */
    String permission() {
        return permission;
    }

    static Undoable of(RoadFactKind kind) {
        return kind == RoadFactKind.ARRIVAL ? ARRIVAL : DEPARTURE;
    }

    /** Of a stop; not of a dispatch. */
    RoadFactKind kind() {
        return this == ARRIVAL ? RoadFactKind.ARRIVAL : RoadFactKind.DEPARTURE;
    }
}
