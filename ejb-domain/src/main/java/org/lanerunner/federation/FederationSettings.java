package org.lanerunner.federation;

import org.lanerunner.shared.Setting;

/** Settings for logins elsewhere. */
public final class FederationSettings {

    public static final Setting LOGIN_PROVIDERS_FILE = new Setting(
            "lanerunner.login.providers.file",
            "",
            "File of those who may tell that somebody is who they say (Google, Facebook, any by OpenID Connect), the same on every node; nobody when empty. See docs/operations/login-providers.md.");

    private FederationSettings() {}
}
