package org.lanerunner.fleet;

import org.lanerunner.shared.Edits;
import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with drivers and vehicles. */
public final class FleetPermissions {

    @Grantable(group = PermissionGroup.ORGANISATION, place = 20, text = "See drivers and vehicles")
    public static final String VIEW = "fleet.view";

    @Grantable(group = PermissionGroup.ORGANISATION, place = 30, text = "Add, change and archive drivers and vehicles")
    @Edits(thing = "DRIVER", actions = "driver.changed")
    @Edits(thing = "VEHICLE", actions = "vehicle.changed")
    public static final String MANAGE = "fleet.manage";

    private FleetPermissions() {}
}
