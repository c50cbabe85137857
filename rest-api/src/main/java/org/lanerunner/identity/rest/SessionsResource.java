package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import org.lanerunner.identity.OwnSessions;
import org.lanerunner.identity.SessionView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** The sessions of the caller. */
@Path("sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class SessionsResource {

    @Inject
    private OwnSessions sessions;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Where you are signed in, the newest first")
    public Page<SessionView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return sessions.list(currentCaller.get(), new PageRequest(after, limit));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End one of your sessions; its tokens are refused at once")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("id") UUID id) {
        sessions.end(currentCaller.get(), id);
    }

    @POST
    @Path("end-others")
    @Operation(summary = "End all of your sessions but the one that asks")
    @APIResponse(responseCode = "204", description = "Ended")
    public void endOthers() {
        sessions.endOthers(currentCaller.get());
    }
}
