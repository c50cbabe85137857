package org.lanerunner.tracking;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with positions of vehicles. */
public final class TrackingPermissions {

    @Grantable(group = PermissionGroup.ROAD, place = 30, text = "Report where a vehicle is", narrowable = true)
    public static final String REPORT = "tracking.report";

    @Grantable(group = PermissionGroup.ROAD, place = 40, text = "See where vehicles are", narrowable = true)
    public static final String VIEW = "tracking.view";

    private TrackingPermissions() {}
}
