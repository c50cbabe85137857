package org.lanerunner.shared.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.lanerunner.shared.Storage;

/** While the disk of the data folder has little room, calls that would write get a 507 before they begin. People can still sign in, read and sign out. */
@Provider
@PreMatching
public class StorageFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** These write one row each, and nobody can read without them. */
    private static final Set<String> SIGNING_IN =
            Set.of("/auth/login", "/auth/refresh", "/auth/logout", "/auth/switch", "/live/tickets");

    @Inject
    private Storage storage;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())
                && !SIGNING_IN.contains(request.getUriInfo().getPath())) {
            storage.requireRoom(Storage.Place.DATA);
        }
    }
}
