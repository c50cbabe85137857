package org.lanerunner.identity;

/** Whether an organisation may act: it may; it may not until the platform reopens it; or it never may again. */
public enum OrganisationStatus {
    OPEN,
    SUSPENDED,
    CLOSED
}
