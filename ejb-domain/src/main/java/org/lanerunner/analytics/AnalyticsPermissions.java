package org.lanerunner.analytics;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with reports. */
public final class AnalyticsPermissions {

    @Grantable(group = PermissionGroup.RECORDS, place = 10, text = "See reports")
    public static final String REPORTS_VIEW = "reports.view";

    public static final String REPORTS_RUN = "reports.run";

    private AnalyticsPermissions() {}
}
