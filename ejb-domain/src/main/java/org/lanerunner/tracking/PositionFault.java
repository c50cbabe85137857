package org.lanerunner.tracking;

/** Why one position of a batch is not kept. The others are: a device that could not send for a day must not be stopped by one bad fix. */
public enum PositionFault {
    /** Latitude beyond 90 or longitude beyond 180 degrees. */
    COORDINATES,
    /** 0/0, which is what receivers without a fix write. */
    NO_FIX,
    /** Negative, by which the device says that the place is not valid, or more than 1,000 km. */
    ACCURACY,
    /** More than 1,000 m/s. */
    SPEED,
    /** More than 360. */
    HEADING,
    /** Later than the server's clock: the device's runs ahead. */
    FUTURE,
    /** From before the first dispatch on this trip, when nobody had a right to it. */
    BEFORE_DISPATCH,
    /** More than a day after the trip ended. */
    AFTER_TRIP,
    /** Another drove the trip at that time. */
    OTHER_DRIVER
}
