package org.lanerunner.disputes;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with contested deliveries, apart from contesting them. */
public final class DisputePermissions {

    /** To answer a contest, and to give in to it. */
    @Grantable(group = PermissionGroup.DEALS, place = 80, text = "Answer contested deliveries, and give the money back")
    public static final String CONTESTS_ANSWER = "contests.answer";

    /** To decide contests. */
    public static final String PLATFORM_CONTESTS = "platform.contests";

    private DisputePermissions() {}
}
