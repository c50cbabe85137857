package org.lanerunner.events.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.events.DeadLetter;
import org.lanerunner.events.DeadLetters;
import org.lanerunner.shared.CurrentCaller;

/** Events that a consumer could not handle, for the platform's administrator. */
@Path("/admin/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class DeadLettersResource {

    @Inject
    private DeadLetters letters;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "Events that a consumer could not take, as this server's broker keeps them",
            description = "The longest dead of each family first, a hundred of each at most.")
    public List<DeadLetter> list() {
        return letters.list(currentCaller.get());
    }

    @POST
    @Path("/{family}/{id}/retry")
    @Operation(summary = "Offer one to its consumer once more; taken, it leaves the dead letters")
    @APIResponse(responseCode = "204", description = "Taken")
    public void retry(@PathParam("family") String family, @PathParam("id") String id) {
        letters.retry(currentCaller.get(), family, id);
    }

    @DELETE
    @Path("/{family}/{id}")
    @Operation(summary = "Throw one away: its consumer never hears of it")
    @APIResponse(responseCode = "204", description = "Gone")
    public void discard(@PathParam("family") String family, @PathParam("id") String id) {
        letters.discard(currentCaller.get(), family, id);
    }
}
