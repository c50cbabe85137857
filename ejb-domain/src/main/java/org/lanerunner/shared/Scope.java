package org.lanerunner.shared;

/** How far a granted permission reaches, from the narrowest. */
public enum Scope {
    /** The trips that the caller drives, their bookings, and what the caller stored in person. */
    OWN_TRIPS,
    /** All that the organisation has. */
    ORGANISATION;

    Scope wider(Scope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
