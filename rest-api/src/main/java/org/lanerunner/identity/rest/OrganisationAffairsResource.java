package org.lanerunner.identity.rest;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.Closing;
import org.lanerunner.identity.ClosingView;
import org.lanerunner.identity.Members;
import org.lanerunner.identity.Policies;
import org.lanerunner.identity.PolicyView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;

/** What an organisation demands at sign-in; leaving it, and closing it. */
@Path("organisations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class OrganisationAffairsResource {

    /**
     * @param secondFactor whether people who sign in for the organisation need one
     * @param codesByMail whether a code by mail counts as one; unchanged if left out
     * @param codesBySms whether a code by SMS counts as one; unchanged if left out
     */
    public record WrittenPolicy(Boolean secondFactor, Boolean codesByMail, Boolean codesBySms) {}

    @Inject
    private Policies policies;

    @Inject
    private Closing closing;

    @Inject
    private Members members;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Path("{id}/policy")
    @Operation(summary = "What the organisation asks of whoever signs in for it")
    public PolicyView policy(@PathParam("id") UUID id) {
        return policies.view(currentCaller.get(), id);
    }

    @PUT
    @Path("{id}/policy")
    @Operation(summary = "Say what the organisation asks of whoever signs in for it")
    public PolicyView changePolicy(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            WrittenPolicy policy) {
        return policies.change(
                currentCaller.get(), id, ifMatch, policy.secondFactor(), policy.codesByMail(), policy.codesBySms());
    }

    @GET
    @Path("{id}/closing")
    @Operation(summary = "What stands in the way of closing the organisation")
    public ClosingView closing(@PathParam("id") UUID id) {
        return closing.view(currentCaller.get(), id);
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Close the organisation for good: nobody signs in for it any more")
    @APIResponse(responseCode = "204", description = "Closed")
    public void close(@PathParam("id") UUID id) {
        closing.close(currentCaller.get(), id);
    }

    @POST
    @Path("{id}/leave")
    @Operation(summary = "Leave an organisation of yours; the last OWNER can't go")
    @APIResponse(responseCode = "204", description = "Left; your sessions for it are over")
    public void leave(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch) {
        members.leave(currentCaller.get(), id, ifMatch);
    }
}
