package org.lanerunner.vault;

import org.lanerunner.shared.Setting;

/** Settings for the protection of secrets in the database. */
public final class VaultSettings {

    public static final Setting MASTER_KEY_FILE = new Setting(
            "lanerunner.master.key.file",
            "",
            "File of the master keys (each 32 bytes in Base64 on a line of its own, the one in use first), the same on every node; they protect the keys under which secrets lie in the database. Generated when empty.");

    private VaultSettings() {}
}
