package org.lanerunner.federation.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.factors.rest.CurrentOrigin;
import org.lanerunner.federation.Begun;
import org.lanerunner.federation.FederatedAccounts;
import org.lanerunner.federation.FederatedSignIn;
import org.lanerunner.federation.NewAccount;
import org.lanerunner.federation.ProviderAnswer;
import org.lanerunner.federation.ProviderView;
import org.lanerunner.federation.Providers;
import org.lanerunner.federation.Unlinked;
import org.lanerunner.identity.Challenge;
import org.lanerunner.identity.Registered;
import org.lanerunner.identity.Tokens;
import org.lanerunner.identity.rest.AuthResource.NewOrganisation;
import org.lanerunner.identity.rest.CurrentDevice;
import org.lanerunner.identity.rest.SessionAnswers;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Signing in with an account at a provider. Answers hold tokens, so no answer is kept. */
@Path("auth/providers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "logins")
@AnswerNotKept
public class FederatedSignInResource {

    /** @param provider one of the providers that are listed */
    public record LoginChosen(String provider) {}

    /** @param email the address, where it is not the one that the provider told; @param organisation null for a personal one */
    public record LoginRegistration(String ticket, String name, String email, NewOrganisation organisation) {}

    /** @param ticket the ticket of the login that was shown once more; @param token the token of the mail's link */
    public record LoginConfirmation(String ticket, String token) {}

    /** @param invitation the token of the invitation's link */
    public record LoginInvited(String ticket, String invitation, String name) {}

    @Inject
    private Providers providers;

    @Inject
    private FederatedSignIn signIn;

    @Inject
    private FederatedAccounts accounts;

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
    public Begun begin(LoginChosen chosen) {
        return signIn.begin(chosen.provider(), origin.present(), currentDevice.seen());
    }

    @POST
    @Path("finish")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary =
                    "Sign in with what the provider sent back; who has a second factor gets a challenge, a login of nobody's a ticket")
    @APIResponse(
            responseCode = "200",
            description = "Signed in, or a second factor is needed, or the login is linked to no account yet",
            content = @Content(schema = @Schema(oneOf = {Tokens.class, Challenge.class, Unlinked.class})))
    public Response finish(ProviderAnswer answer) {
        return Response.ok(signIn.finish(answer, currentDevice.seen()).answer()).build();
    }

    @POST
    @Path("register")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary =
                    "Make an account that signs in by the login; where the provider has not confirmed the address, a mail says how to go on")
    @APIResponse(responseCode = "202", description = "A mail says how to go on")
    @APIResponse(
            responseCode = "201",
            description = "Registered, signed in",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response register(LoginRegistration wanted, @Context UriInfo uri) {
        NewOrganisation organisation = NewOrganisation.orPersonal(wanted.organisation());
        return accounts.register(
                        wanted.ticket(),
                        new NewAccount(wanted.name(), wanted.email(), organisation.name(), organisation.kind()),
                        currentDevice.seen())
                .map(made -> SessionAnswers.created(uri, made))
                .orElseGet(() -> Response.accepted().build());
    }

    @POST
    @Path("confirm")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary = "Make the account that was asked for, by the link that its address was sent and the same login")
    @APIResponse(
            responseCode = "201",
            description = "Registered, signed in",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response confirm(LoginConfirmation confirmation, @Context UriInfo uri) {
        return SessionAnswers.created(
                uri, accounts.confirm(confirmation.ticket(), confirmation.token(), currentDevice.seen()));
    }

    @POST
    @Path("accept")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Join by a one-time link, with a new account that signs in by the login")
    @APIResponse(
            responseCode = "201",
            description = "Joined, signed in for the organisation",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response accept(LoginInvited invited, @Context UriInfo uri) {
        return SessionAnswers.created(
                uri, accounts.accept(invited.ticket(), invited.invitation(), invited.name(), currentDevice.seen()));
    }
}
