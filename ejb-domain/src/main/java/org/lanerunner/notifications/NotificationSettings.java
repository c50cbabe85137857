package org.lanerunner.notifications;

import org.lanerunner.shared.Setting;

/** Settings for the notices that are kept. */
public final class NotificationSettings {

    public static final Setting KEEP_NOTICES_DAYS = new Setting(
            "lanerunner.keep.notices.days",
            "90",
            "How many days what somebody was told stays in their inbox, and the link in a mail that stops its kind works.");

    private NotificationSettings() {}
}
