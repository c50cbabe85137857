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
import org.lanerunner.fleet.Fleet;
import org.lanerunner.fleet.VehicleDetails;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.MergePatch;

/** Vehicles of the caller's organisation. */
@Path("/vehicles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fleet")
public class VehiclesResource {

    @Inject
    private Fleet fleet;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Own vehicles, newest first", description = "q searches name and plate.")
    public Page<VehicleView> list(
            @QueryParam("q") String search,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return fleet.vehicles(currentCaller.get(), search, new PageRequest(after, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a vehicle")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = VehicleView.class)))
    public Response add(@NotNull VehicleDetails details) {
        VehicleView added = fleet.addVehicle(currentCaller.get(), details);
        return Response.created(URI.create("vehicles/" + added.id()))
                .entity(added)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the own vehicles")
    public VehicleView get(@PathParam("id") UUID id) {
        return fleet.vehicle(currentCaller.get(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary = "Change or deactivate a vehicle",
            description =
                    "A JSON Merge Patch: fields that are absent stay, null takes one away. There is no deletion; set active to false.")
    public VehicleView change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch seen,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = VehicleDetails.class)))
                    ObjectNode patch) {
        return fleet.changeVehicle(
                currentCaller.get(), id, seen, present -> MergePatch.apply(present, patch, VehicleDetails.class));
    }
}
