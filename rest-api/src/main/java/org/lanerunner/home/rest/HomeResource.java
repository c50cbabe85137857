package org.lanerunner.home.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.home.Home;
import org.lanerunner.home.HomeView;
import org.lanerunner.shared.CurrentCaller;

/** What waits for the caller. */
@Path("/home")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "home")
public class HomeResource {

    @Inject
    private Home home;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "What waits for the caller, the nearest deadline first",
            description =
                    "At most 50 tasks of a kind and 200 together; how many there are of each kind stands beside them.")
    public HomeView get() {
        return home.view(currentCaller.get());
    }
}
