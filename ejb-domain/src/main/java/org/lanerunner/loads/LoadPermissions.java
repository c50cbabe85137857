package org.lanerunner.loads;

import org.lanerunner.shared.Edits;
import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with loads, and on the market. */
public final class LoadPermissions {

    @Grantable(group = PermissionGroup.LOADS, place = 10, text = "See loads and trips of others on the market")
    public static final String MARKET_VIEW = "market.view";

    @Grantable(group = PermissionGroup.LOADS, place = 20, text = "See the organisation's loads")
    public static final String VIEW = "loads.view";

    @Grantable(group = PermissionGroup.LOADS, place = 30, text = "Write, post, change and cancel loads")
    @Edits(
            thing = "LOAD",
            actions = {"load.changed", "load.posted", "load.cancelled", "load.leg-cancelled"})
    public static final String POST = "loads.post";

    private LoadPermissions() {}
}
