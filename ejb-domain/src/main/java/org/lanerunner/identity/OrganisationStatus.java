package org.lanerunner.identity;

/** Whether an organisation may act: it may, not until the platform reopens it, or never again. */
public enum OrganisationStatus {
    OPEN,
    SUSPENDED,
    CLOSED
}
