package org.lanerunner.loads.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.LoadRequest;
import org.lanerunner.loads.LoadSearch;
import org.lanerunner.loads.LoadStatus;
import org.lanerunner.loads.LoadView;
import org.lanerunner.loads.Loads;
import org.lanerunner.places.Circle;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.CostlyReads;

/** Loads of the own organisation and the market's open ones. */
@Path("/loads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "loads")
public class LoadsResource {

    @Inject
    private Loads loads;

    @Inject
    private CostlyReads costlyReads;

    @Inject
    private CurrentCaller currentCaller;

    /**
     * The reason for a cancellation, and what is cancelled.
     *
     * @param legId one leg alone; the whole load if left out
     */
    public record CancellationReason(String reason, UUID legId) {}

    @GET
    @Operation(
            summary = "Own loads, or the open ones of the market, newest first",
            description = "near is \"latitude,longitude\" in degrees, of the first pickup.")
    public Page<LoadView> list(
            @QueryParam("scope") @DefaultValue("own") String scope,
            @QueryParam("status") LoadStatus status,
            @QueryParam("equipment") Equipment equipment,
            @QueryParam("near") String near,
            @QueryParam("radiusMeters") @DefaultValue("100000") double radiusMeters,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        Caller caller = currentCaller.get();
        LoadSearch search = new LoadSearch(
                LoadSearch.Scope.of(scope), status, equipment, Circle.parse(near, radiusMeters), from, to);
        PageRequest page = new PageRequest(after, limit);
        return near == null
                ? loads.search(caller, search, page)
                : costlyReads.read(() -> loads.search(caller, search, page));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Post a load, or keep it as a draft")
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = LoadView.class)))
    public Response post(@NotNull LoadRequest request) {
        LoadView posted = loads.post(currentCaller.get(), request);
        return Response.created(URI.create("loads/" + posted.id()))
                .entity(posted)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One load: own and carried ones whole, open ones of others as the market sees them")
    public LoadView get(@PathParam("id") UUID id) {
        return loads.view(currentCaller.get(), id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rewrite a draft or an open load; its offers close")
    public LoadView change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull LoadRequest request) {
        return loads.change(currentCaller.get(), id, request, ifMatch);
    }

    @POST
    @Path("/{id}/post")
    @Operation(summary = "Put a draft on the market")
    public LoadView postDraft(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return loads.postDraft(currentCaller.get(), id, ifMatch);
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Take a load off the market; a booking that covers it is cancelled too, unless it is loaded (409)",
            description = "With legId one leg alone, until that one is loaded; the others go on.")
    public LoadView cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull CancellationReason reason) {
        return reason.legId() == null
                ? loads.cancel(currentCaller.get(), id, reason.reason(), ifMatch)
                : loads.cancelLeg(currentCaller.get(), id, reason.legId(), reason.reason(), ifMatch);
    }
}
