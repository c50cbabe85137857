package org.lanerunner.shared;

/** Of no feature: what is about oneself, and to run the platform, which early features ask for. */
public final class CommonPermissions {

    /** Any signed-in person, about oneself. */
    public static final String SELF = "self";

    /** What one may see about oneself, for an administrator who sees what a person sees. */
    public static final String SELF_VIEW = "self.view";

    public static final String PLATFORM_ADMIN = "platform.admin";

    private CommonPermissions() {}
}
