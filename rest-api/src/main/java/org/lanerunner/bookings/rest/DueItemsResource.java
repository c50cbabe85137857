package org.lanerunner.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.bookings.DueAttempt;
import org.lanerunner.bookings.DueAttempts;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Expiries and releases that have failed, for the platform's administrator. */
@Path("/admin/due-items")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class DueItemsResource {

    @Inject
    private DueAttempts attempts;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Expiries and releases that are due and failed, with their last error and next try")
    public Page<DueAttempt> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return attempts.list(currentCaller.get(), new PageRequest(after, limit));
    }

    @POST
    @Path("/{kind}/{id}/try")
    @Operation(summary = "Have it tried with the next round")
    @APIResponse(responseCode = "204", description = "It is next")
    public void tryNow(@PathParam("kind") String kind, @PathParam("id") UUID id) {
        attempts.tryNow(currentCaller.get(), kind, id);
    }
}
