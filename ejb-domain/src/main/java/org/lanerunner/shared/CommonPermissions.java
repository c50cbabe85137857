package org.lanerunner.shared;

/** Permissions that belong to no feature: for what is about oneself, and to run the platform, for which early features ask. */
public final class CommonPermissions {

    /** Lets any signed-in person do what is about oneself. */
    public static final String SELF = "self";

    /** Lets an administrator who sees what a person sees see what is about that person. */
    public static final String SELF_VIEW = "self.view";

    public static final String PLATFORM_ADMIN = "platform.admin";

    private CommonPermissions() {}
}
