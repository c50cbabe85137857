package org.lanerunner.flags.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.flags.FlagAdministration;
import org.lanerunner.flags.FlagChange;
import org.lanerunner.flags.FlagReach;
import org.lanerunner.flags.FlagView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Feature flags, for the platform's administrator. */
@Path("/admin/flags")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class FlagAdministrationResource {

    @Inject
    private FlagAdministration flags;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "All feature flags by their key, those that code does not use any more among them")
    public Page<FlagView> list(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return flags.list(currentCaller.get(), new PageRequest(after, limit));
    }

    @GET
    @Path("{key}")
    @Operation(summary = "A feature flag")
    public FlagView view(@PathParam("key") String key) {
        return flags.view(currentCaller.get(), key);
    }

    @GET
    @Path("{key}/changes")
    @Operation(summary = "Who changed it and how, newest first")
    public Page<FlagChange> changes(
            @PathParam("key") String key,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return flags.changes(currentCaller.get(), key, new PageRequest(after, limit));
    }

    @PUT
    @Path("{key}")
    @Operation(summary = "Set for whom it is on; a percentage that is raised takes it from nobody")
    public FlagView change(
            @PathParam("key") String key,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            FlagReach reach) {
        return flags.change(currentCaller.get(), key, ifMatch, reach);
    }

    @POST
    @Path("{key}/kill")
    @Operation(summary = "Off for everybody, within two seconds on every server, whatever else is set")
    public FlagView kill(
            @PathParam("key") String key,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch) {
        return flags.kill(currentCaller.get(), key, ifMatch);
    }

    @POST
    @Path("{key}/revive")
    @Operation(summary = "Let the kill switch go: on again for whom it was set")
    public FlagView revive(
            @PathParam("key") String key,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch) {
        return flags.revive(currentCaller.get(), key, ifMatch);
    }
}
