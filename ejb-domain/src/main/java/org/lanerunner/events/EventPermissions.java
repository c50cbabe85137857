package org.lanerunner.events;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with the log of what happens. */
public final class EventPermissions {

    @Grantable(group = PermissionGroup.RECORDS, place = 20, text = "Follow the log of what happens")
    public static final String VIEW = "events.view";

    private EventPermissions() {}
}
