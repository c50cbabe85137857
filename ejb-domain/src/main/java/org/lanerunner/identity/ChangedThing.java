package org.lanerunner.identity;

import java.util.Set;
import org.lanerunner.shared.Permission;

/** What several people of an organisation may change at once; who changed it last is for whoever may change it. */
public enum ChangedThing {
    LOAD(Permission.LOADS_POST, "load.changed", "load.posted", "load.cancelled", "load.leg-cancelled"),
    DRIVER(Permission.FLEET_MANAGE, "driver.changed"),
    VEHICLE(Permission.FLEET_MANAGE, "vehicle.changed"),
    MEMBER(Permission.ORGANISATION_MANAGE, "member.roles-changed"),
    ROLE(Permission.ORGANISATION_MANAGE, "role.changed"),
    ADDRESSES(Permission.ORGANISATION_MANAGE, "addresses.changed");

    private final String permission;
    private final Set<String> actions;

    ChangedThing(String permission, String... actions) {
        this.permission = permission;
        this.actions = Set.of(actions);
    }

    String permission() {
        return permission;
    }

    Set<String> actions() {
        return actions;
    }
}
