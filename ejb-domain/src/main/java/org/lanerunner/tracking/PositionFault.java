package org.lanerunner.tracking;

/** The reasons why one position of a batch is not kept. The others are kept: one bad fix must not stop a device that could not send for a day. */
public enum PositionFault {
    /** Latitude beyond 90 or longitude beyond 180 degrees. */
    COORDINATES,
    /** The place is 0/0, which receivers without a fix write. */
    NO_FIX,
    /** The accuracy is negative, by which the device says that the place is not valid, or more than 1,000 km. */
    ACCURACY,
    /** The speed is more than 1,000 m/s. */
    SPEED,
    /** The heading is more than 360 degrees. */
    HEADING,
    /** The time is later than the server's clock: the device's clock runs ahead. */
    FUTURE,
    /** The time is before the first dispatch on this trip, when nobody had a right to the position. */
    BEFORE_DISPATCH,
    /** The time is more than a day after the trip ended. */
    AFTER_TRIP,
    /** Another driver drove the trip at that time. */
    OTHER_DRIVER
}
