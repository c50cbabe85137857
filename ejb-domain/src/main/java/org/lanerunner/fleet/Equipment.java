package org.lanerunner.fleet;

/** What a vehicle is built as, and what a load asks for. One canonical code; other boards' codes are mapped at the edge. */
public enum Equipment {
    DRY_VAN,
    REEFER,
    FLATBED,
    STEP_DECK,
    CURTAINSIDER,
    BOX_TRUCK,
    SPRINTER_VAN,
    TANKER,
    CAR
}
