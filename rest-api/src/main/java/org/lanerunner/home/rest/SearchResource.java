package org.lanerunner.home.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.home.Search;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Found;
import org.lanerunner.shared.Page;

/** Searches everything that belongs to the own organisation. */
@Path("/search")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "home")
public class SearchResource {

    @Inject
    private Search search;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "Find own loads, trips and bookings (a driver's: those of the assigned trips), newest first",
            description =
                    "By the beginning of a reference, with or without its letter, or by a part of the name of a place where they stop. There is no further page.")
    public Page<Found> find(
            @Parameter(description = "2 to 100 characters; upper and lower case are the same") @QueryParam("q")
                    String q,
            @Parameter(description = "1 to 20") @QueryParam("limit") @DefaultValue("12") int limit) {
        return new Page<>(search.find(currentCaller.get(), q, limit), null);
    }
}
