package org.lanerunner.federation.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.factors.rest.CurrentOrigin;
import org.lanerunner.federation.Begun;
import org.lanerunner.federation.FederatedSignIn;
import org.lanerunner.federation.ProviderAnswer;
import org.lanerunner.federation.ProviderView;
import org.lanerunner.federation.Providers;
import org.lanerunner.identity.Challenge;
import org.lanerunner.identity.SignedIn;
import org.lanerunner.identity.Tokens;
import org.lanerunner.identity.rest.CurrentDevice;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Signing in with an account elsewhere. Answers hold tokens, so none is kept. */
@Path("auth/providers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "logins")
@AnswerNotKept
public class FederatedSignInResource {

    /** @param provider one of those that are listed */
    public record Chosen(String provider) {}

    @Inject
    private Providers providers;

    @Inject
    private FederatedSignIn signIn;

    @Inject
    private CurrentDevice currentDevice;

    @Inject
    private CurrentOrigin origin;

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "With whose accounts one may sign in here")
    public List<ProviderView> list() {
        return providers.list();
    }

    @POST
    @Path("begin")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary = "Where the browser goes to sign in with an account elsewhere",
            description =
                    "The provider sends it back to /sign-in/from/{provider} of the portal. Who comes back is known by the device's key: a browser's cookie, or the header Device-Key.")
    public Begun begin(Chosen chosen) {
        return signIn.begin(chosen.provider(), origin.present(), currentDevice.seen());
    }

    @POST
    @Path("finish")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Sign in with what the provider sent back; who has a second factor gets a challenge")
    @APIResponse(
            responseCode = "200",
            description = "Signed in, or a second factor is needed",
            content = @Content(schema = @Schema(oneOf = {Tokens.class, Challenge.class})))
    public Response finish(ProviderAnswer answer) {
        SignedIn signedIn = signIn.finish(answer, currentDevice.seen());
        return Response.ok(signedIn.tokens() == null ? signedIn.challenge() : signedIn.tokens())
                .build();
    }
}
