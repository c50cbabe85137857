package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.Avatars;
import org.lanerunner.shared.CurrentCaller;

/** Pictures of people: the caller's own, and those of the people that the caller works with. No browser runs or sniffs them. */
@Path("avatars")
@ApplicationScoped
@Tag(name = "accounts")
public class AvatarsResource {

    @Inject
    private Avatars avatars;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Path("/{personId}")
    @Produces("image/jpeg")
    @Operation(summary = "The picture of a member of your organisation, or your own")
    public Response image(@PathParam("personId") UUID personId) {
        return Response.ok(avatars.image(currentCaller.get(), personId), "image/jpeg")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"avatar.jpg\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
