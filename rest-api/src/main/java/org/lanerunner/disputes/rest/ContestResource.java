package org.lanerunner.disputes.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.disputes.ContestAnswer;
import org.lanerunner.disputes.ContestRequest;
import org.lanerunner.disputes.ContestView;
import org.lanerunner.disputes.Contests;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;

/** The contest of a booking, for its two sides. */
@Path("/bookings/{id}/contest")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contests")
public class ContestResource {

    @Inject
    private Contests contests;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "What the two sides of a contested booking say, and what becomes of it")
    public ContestView get(@PathParam("id") UUID id) {
        return contests.view(currentCaller.get(), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Contest a delivery before its money is released: it stays held until the contest is over. If-Match is the booking's")
    @APIResponse(
            responseCode = "201",
            description = "Contested",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    public Response contest(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull ContestRequest request) {
        ContestView contested = contests.contest(currentCaller.get(), id, request, ifMatch);
        return Response.created(URI.create("bookings/" + id + "/contest"))
                .entity(contested)
                .build();
    }

    @POST
    @Path("/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answer as the carrier: the administrators decide from now on")
    public ContestView answer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull ContestAnswer answer) {
        return contests.answer(currentCaller.get(), id, answer, ifMatch);
    }

    @POST
    @Path("/withdraw")
    @Operation(summary = "Accept the delivery after all: the escrow is released at once")
    public ContestView withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return contests.withdraw(currentCaller.get(), id, ifMatch);
    }

    @POST
    @Path("/concede")
    @Operation(summary = "Give in as the carrier: the whole price goes back to the buyer at once")
    public ContestView concede(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return contests.concede(currentCaller.get(), id, ifMatch);
    }
}
