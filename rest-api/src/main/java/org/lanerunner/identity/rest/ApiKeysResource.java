package org.lanerunner.identity.rest;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.ApiKeyMade;
import org.lanerunner.identity.ApiKeyView;
import org.lanerunner.identity.ApiKeys;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.AnswerNotKept;
import org.lanerunner.shared.rest.OptionalBody;

/** API keys of an organisation. */
@Path("organisations/{id}/api-keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
@AnswerNotKept
public class ApiKeysResource {

    /**
     * @param scopes some of the caller's own permissions that reach the whole organisation
     * @param addresses such as 203.0.113.0/24, the only ones from which the key is accepted; none for any
     * @param days after which the key ends; 90 if left out
     */
    public record NewKey(String name, List<String> scopes, List<String> addresses, Integer days) {}

    /** @param overlapSeconds how long the former secret still works; a day if left out */
    public record Rotation(Integer overlapSeconds) {}

    @Inject
    private ApiKeys keys;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "The keys by which the organisation's programs act, the oldest first")
    public Page<ApiKeyView> list(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return keys.list(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @POST
    @Operation(summary = "Make a key; its secret is shown only now. You must have proven recently who you are")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = ApiKeyMade.class)))
    public Response make(@PathParam("id") UUID id, NewKey key, @Context UriInfo uri) {
        ApiKeyMade made = keys.make(currentCaller.get(), id, key.name(), key.scopes(), key.addresses(), key.days());
        return Response.created(uri.getAbsolutePath()).entity(made).build();
    }

    @POST
    @Path("{keyId}/rotate")
    @Operation(summary = "A new secret for a key; the former is good for a while yet")
    public ApiKeyMade rotate(
            @PathParam("id") UUID id, @PathParam("keyId") UUID keyId, @OptionalBody Rotation rotation) {
        return keys.rotate(currentCaller.get(), id, keyId, rotation == null ? null : rotation.overlapSeconds());
    }

    @DELETE
    @Path("{keyId}")
    @Operation(summary = "Revoke a key; it is refused within two seconds")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("id") UUID id, @PathParam("keyId") UUID keyId) {
        keys.revoke(currentCaller.get(), id, keyId);
    }
}
