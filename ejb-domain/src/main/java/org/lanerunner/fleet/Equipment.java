package org.lanerunner.fleet;

/** The kind of vehicle that a load asks for. Each has one canonical code; codes of other boards are mapped at the edge. */
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
