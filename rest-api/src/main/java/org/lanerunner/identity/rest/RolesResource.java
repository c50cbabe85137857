package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.OwnRoles;
import org.lanerunner.identity.RoleGrant;
import org.lanerunner.identity.RoleView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** The roles that members of an organisation can have: the built-in ones, and those that it makes itself. */
@Path("organisations/{id}/roles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class RolesResource {

    /** @param name as members read it; @param grants what it allows, each permission once */
    public record WrittenRole(String name, List<RoleGrant> grants) {}

    @Inject
    private OwnRoles roles;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Roles that members can hold, built-in ones first, with what they grant")
    public Page<RoleView> list(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return roles.list(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "A role that members can hold")
    public RoleView view(@PathParam("id") UUID id, @PathParam("code") String code) {
        return roles.view(currentCaller.get(), id, code);
    }

    @POST
    @Operation(summary = "Make a role of the organisation's own, from what GET /api/permissions lists")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    public Response make(@PathParam("id") UUID id, WrittenRole written, @Context UriInfo uri) {
        RoleView made = roles.make(currentCaller.get(), id, written.name(), written.grants());
        return Response.created(uri.getAbsolutePathBuilder().path(made.code()).build())
                .entity(made)
                .build();
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "Change a role of the organisation's own; who holds it may do what it says from then on")
    public RoleView change(
            @PathParam("id") UUID id,
            @PathParam("code") String code,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            WrittenRole written) {
        return roles.change(currentCaller.get(), id, code, ifMatch, written.name(), written.grants());
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "End a role of the organisation's own that nobody holds any more")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("id") UUID id, @PathParam("code") String code) {
        roles.end(currentCaller.get(), id, code);
    }
}
