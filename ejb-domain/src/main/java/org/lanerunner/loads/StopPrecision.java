package org.lanerunner.loads;

/** How exactly the place of a stop is known. */
public enum StopPrecision {
    /** A point that a person gave: its fence tells arrivals. */
    POINT,
    /** The city or ZIP code alone, shown at its centre. */
    CITY
}
