package org.lanerunner.deals;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with offers. */
public final class DealPermissions {

    @Grantable(group = PermissionGroup.DEALS, place = 10, text = "See offers made and received")
    public static final String OFFERS_VIEW = "offers.view";

    @Grantable(
            group = PermissionGroup.DEALS,
            place = 20,
            text = "Make, counter, accept and decline offers, which binds the organisation")
    public static final String OFFERS_MAKE = "offers.make";

    @Grantable(group = PermissionGroup.DEALS, place = 30, text = "Sell carriage that others drive")
    public static final String CARRIAGE_BROKER = "carriage.broker";

    private DealPermissions() {}
}
