package org.lanerunner.analytics;

import org.lanerunner.shared.Setting;

/** Settings for the business date. */
public final class AnalyticsSettings {

    public static final Setting BUSINESS_ZONE =
            new Setting("lanerunner.business.zone", "UTC", "Zone of the business date of reports.");

    private AnalyticsSettings() {}
}
