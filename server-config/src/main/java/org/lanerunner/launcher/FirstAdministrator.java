package org.lanerunner.launcher;

import java.util.Optional;

/** The one-time link by which the platform's first administrator is made; there is none once it was used. */
public final class FirstAdministrator {
    static final String SECRET = "admin-setup-token";

    private FirstAdministrator() {}

    public static Optional<String> link(ServerHandle server) {
        return Optional.of(server.address() + "/admin-setup/" + server.secrets().text(SECRET));
    }
}
