package org.lanerunner.shared;

/** The groups under which permissions are shown, in this order. */
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
