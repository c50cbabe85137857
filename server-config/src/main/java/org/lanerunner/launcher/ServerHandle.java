package org.lanerunner.launcher;

import java.net.URI;
import java.nio.file.Path;

/** A server that is up: where it answers, and the folder it works on. */
public record ServerHandle(URI address, DataFolder data, Ports ports, boolean startedNow) {

    public Secrets secrets() {
        return new Secrets(data);
    }

    /** The API's root, {@code http://127.0.0.1:8080/api}. */
    public URI api() {
        return address.resolve("/api");
    }

    public Path documents() {
        return data.documents();
    }
}
