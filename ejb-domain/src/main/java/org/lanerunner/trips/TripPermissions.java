package org.lanerunner.trips;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with trips. */
public final class TripPermissions {

    @Grantable(group = PermissionGroup.TRIPS, place = 10, text = "See trips", narrowable = true)
    public static final String VIEW = "trips.view";

    @Grantable(group = PermissionGroup.TRIPS, place = 20, text = "Write, post, change and cancel trips")
    public static final String POST = "trips.post";

    @Grantable(group = PermissionGroup.TRIPS, place = 30, text = "Say who drives a trip with which vehicle")
    public static final String ASSIGN = "trips.assign";

    private TripPermissions() {}
}
