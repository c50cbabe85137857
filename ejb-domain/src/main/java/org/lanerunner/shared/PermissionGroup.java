package org.lanerunner.shared;

/** What permissions are shown under, in this order. */
public enum PermissionGroup {
    ORGANISATION,
    LOADS,
    DEALS,
    TRIPS,
    ROAD,
    DOCUMENTS,
    MONEY,
    RECORDS
}
