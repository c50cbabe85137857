package org.lanerunner.fleet.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.fleet.DriverDetails;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Fleet;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.MergePatch;

/** Drivers of the caller's organisation. */
@Path("/drivers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fleet")
public class DriversResource {

    @Inject
    private Fleet fleet;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Own drivers, newest first", description = "q searches the name.")
    public Page<DriverView> list(
            @QueryParam("q") String search,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return fleet.drivers(currentCaller.get(), search, new PageRequest(after, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a driver")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = DriverView.class)))
    public Response add(@NotNull DriverDetails details) {
        DriverView added = fleet.addDriver(currentCaller.get(), details);
        return Response.created(URI.create("drivers/" + added.id()))
                .entity(added)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the own drivers")
    public DriverView get(@PathParam("id") UUID id) {
        return fleet.driver(currentCaller.get(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary = "Change or deactivate a driver",
            description =
                    "A JSON Merge Patch: fields that are absent stay, null takes one away. There is no deletion; set active to false.")
    public DriverView change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch seen,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = DriverDetails.class)))
                    ObjectNode patch) {
        return fleet.changeDriver(
                currentCaller.get(), id, seen, present -> MergePatch.apply(present, patch, DriverDetails.class));
    }
}
