package org.lanerunner.trips.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.LoadSearch;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.trips.AssignmentRequest;
import org.lanerunner.trips.AssignmentView;
import org.lanerunner.trips.TripRequest;
import org.lanerunner.trips.TripStatus;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/** Trips of the own organisation and the market's open ones. */
@Path("/trips")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "trips")
public class TripsResource {

    @Inject
    private Trips trips;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Own trips (a driver's: the assigned ones), or those of the market, newest first")
    public Page<TripView> list(
            @QueryParam("scope") @DefaultValue("own") String scope,
            @QueryParam("status") TripStatus status,
            @QueryParam("equipment") Equipment equipment,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        Caller caller = currentCaller.get();
        PageRequest page = new PageRequest(after, limit);
        return LoadSearch.Scope.of(scope) == LoadSearch.Scope.OWN
                ? trips.own(caller, status, page)
                : trips.market(caller, equipment, page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Post a trip with its capacity")
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = TripView.class)))
    public Response post(@NotNull TripRequest request) {
        TripView posted = trips.post(currentCaller.get(), request);
        return Response.created(URI.create("trips/" + posted.id()))
                .entity(posted)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One trip: own ones whole, published and booked ones without driver, vehicle and floor price")
    public TripView get(@PathParam("id") UUID id) {
        return trips.view(currentCaller.get(), id);
    }

    @POST
    @Path("/{id}/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Name driver and vehicle; on a trip under way they take over; 409 when taken, too small or of other equipment")
    public TripView assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull AssignmentRequest request) {
        return trips.assign(currentCaller.get(), id, request, ifMatch);
    }

    @GET
    @Path("/{id}/assignments")
    @Operation(summary = "Who drove what on an own trip, from when until when, the first first")
    public Page<AssignmentView> assignments(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return trips.assignments(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Cancel a trip that carries nothing")
    public TripView cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return trips.cancel(currentCaller.get(), id, ifMatch);
    }
}
