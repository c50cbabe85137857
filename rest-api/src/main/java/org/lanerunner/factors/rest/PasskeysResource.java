package org.lanerunner.factors.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.factors.NewPasskey;
import org.lanerunner.factors.PasskeyRequest;
import org.lanerunner.factors.PasskeyView;
import org.lanerunner.factors.Passkeys;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.AnswerNotKept;

/** The caller's own passkeys. */
@Path("factors/passkeys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "factors")
@AnswerNotKept
public class PasskeysResource {

    public record Name(String name) {}

    @Inject
    private Passkeys passkeys;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private CurrentOrigin origin;

    @POST
    @Path("begin")
    @Operation(summary = "Begin to make a passkey: what the browser is asked")
    public PasskeyRequest begin() {
        return passkeys.begin(currentCaller.get(), origin.present());
    }

    @POST
    @Operation(summary = "Keep the passkey that the browser made")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = Passkeys.Added.class)))
    public Response add(NewPasskey made, @Context UriInfo uri) {
        Passkeys.Added added = passkeys.add(currentCaller.get(), made, origin.present());
        return Response.created(uri.getBaseUriBuilder().path("factors").build())
                .entity(added)
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Name a passkey")
    public PasskeyView rename(@PathParam("id") UUID id, Name name) {
        return passkeys.rename(currentCaller.get(), id, name.name());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a passkey; it opens nothing from now on")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") UUID id) {
        passkeys.remove(currentCaller.get(), id);
    }
}
