package org.lanerunner.launcher;

import java.net.URI;
import java.util.Optional;

/** A server that is up: where it answers, the folder it works on, and the token of the first administrator's one-time link while that is unused. */
public record ServerHandle(
        URI address,
        DataFolder data,
        Ports ports,
        boolean startedNow,
        boolean servesHttps,
        Optional<String> adminSetupToken) {

    public Secrets secrets() {
        return new Secrets(data);
    }

    /** The API's root, {@code http://127.0.0.1:8080/api}. */
    public URI api() {
        return address.resolve("/api");
    }

    /** The portal's page that makes the first administrator. */
    public Optional<URI> adminSetupLink() {
        return adminSetupToken.map(token -> address.resolve("/setup#" + token));
    }
}
