package org.lanerunner.gate.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.gate.Rate;
import org.lanerunner.gate.RateBypassMade;
import org.lanerunner.gate.RateBypassView;
import org.lanerunner.gate.RateBypasses;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Bypasses that lift rates for a load test, for the platform's administrator. */
@Path("/admin/rate-bypasses")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
@AnswerNotKept
public class RateBypassesResource {

    /** @param networks the only networks from which it is accepted; none for any; @param until at most 24 hours ahead */
    public record NewRateBypass(String reason, List<Rate> rates, List<String> networks, Instant until) {}

    @Inject
    private RateBypasses bypasses;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "What lifts rates, and what did, newest first")
    public Page<RateBypassView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return bypasses.list(currentCaller.get(), new PageRequest(after, limit));
    }

    @POST
    @Operation(
            summary =
                    "Make a token that lifts rates for who sends it as X-Rate-Bypass, and nothing else; it is shown only now. You must have proven recently who you are")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = RateBypassMade.class)))
    public Response make(NewRateBypass wanted, @Context UriInfo uri) {
        RateBypassMade made =
                bypasses.make(currentCaller.get(), wanted.reason(), wanted.rates(), wanted.networks(), wanted.until());
        return Response.created(uri.getAbsolutePath()).entity(made).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke one; within two seconds it lifts nothing on any server")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("id") UUID id) {
        bypasses.revoke(currentCaller.get(), id);
    }
}
