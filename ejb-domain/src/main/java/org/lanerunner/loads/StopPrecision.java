package org.lanerunner.loads;

/** How well it is known where a stop is. */
public enum StopPrecision {
    /** A point that a person gave: its fence tells arrivals. */
    POINT,
    /** The city or ZIP code alone, shown at its centre. */
    CITY
}
