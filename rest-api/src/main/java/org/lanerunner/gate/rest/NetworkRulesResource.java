package org.lanerunner.gate.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.gate.NetworkEffect;
import org.lanerunner.gate.NetworkRuleView;
import org.lanerunner.gate.NetworkRules;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** The networks that are let in or shut out, for the platform's administrator. */
@Path("/admin/network-rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class NetworkRulesResource {

    /** @param network such as 203.0.113.0/24, or an address; @param until null for a rule without an end */
    public record NewNetworkRule(String network, NetworkEffect effect, String reason, Instant until) {}

    @Inject
    private NetworkRules rules;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private HttpServletRequest servletRequest;

    @GET
    @Operation(summary = "Networks that are shut out of the whole installation, or let in all the same; newest first")
    public Page<NetworkRuleView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return rules.list(currentCaller.get(), new PageRequest(after, limit));
    }

    @POST
    @Operation(
            summary =
                    "Shut a network out of the whole installation, or let one in though a wider one is shut out; within two seconds on every server, open channels among them. You must have proven recently who you are")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = NetworkRuleView.class)))
    public Response add(NewNetworkRule rule, @Context UriInfo uri) {
        NetworkRuleView added = rules.add(
                currentCaller.get(),
                rule.network(),
                rule.effect(),
                rule.reason(),
                rule.until(),
                servletRequest.getRemoteAddr());
        return Response.created(uri.getAbsolutePath()).entity(added).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a rule")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") UUID id) {
        rules.remove(currentCaller.get(), id, servletRequest.getRemoteAddr());
    }
}
