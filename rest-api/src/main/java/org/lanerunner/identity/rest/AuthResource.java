package org.lanerunner.identity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.Challenge;
import org.lanerunner.identity.Impersonations;
import org.lanerunner.identity.InvitationView;
import org.lanerunner.identity.Invitations;
import org.lanerunner.identity.OrganisationKind;
import org.lanerunner.identity.Registered;
import org.lanerunner.identity.Sessions;
import org.lanerunner.identity.SignIn;
import org.lanerunner.identity.SignedIn;
import org.lanerunner.identity.Tokens;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.AnswerNotKept;
import org.lanerunner.shared.rest.OptionalBody;

/** Signing in and out, registering and accepting invitations. Answers hold tokens, so no answer is kept. */
@Path("auth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class AuthResource {

    /** @param organisation null for a personal one */
    public record Registration(String email, String password, String name, NewOrganisation organisation) {}

    /** @param name null for a personal organisation; @param kind the first of its kinds */
    public record NewOrganisation(String name, OrganisationKind kind) {

        public static NewOrganisation orPersonal(NewOrganisation named) {
            return named == null ? new NewOrganisation(null, null) : named;
        }
    }

    /** @param token the token of the link in the mail; @param password the one that was chosen at registration */
    public record Confirmation(String token, String password) {}

    public record Credentials(String email, String password) {}

    public record Refresh(String refreshToken) {}

    public record Switch(UUID organisationId) {}

    /** @param token the token of the link; @param name and password are sent to make an account; a person who is signed in sends neither */
    public record Acceptance(String token, String name, String password) {}

    public record AdminSetup(String token, String email, String name, String password) {}

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private Invitations invitations;

    @Inject
    private Impersonations impersonations;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private CurrentDevice currentDevice;

    @Inject
    private SessionCookies cookies;

    @POST
    @Path("register")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary =
                    "Ask for an account and its organisation; a mail says how to go on, whether there is an account with the address or not")
    @APIResponse(responseCode = "202", description = "A mail says how to go on")
    @APIResponse(
            responseCode = "201",
            description = "Registered and signed in: on test money, for an address of the names of documentation only",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response register(Registration registration, @Context UriInfo uri) {
        NewOrganisation organisation = NewOrganisation.orPersonal(registration.organisation());
        Optional<Registered> registered = signIn.register(
                registration.email(),
                registration.password(),
                registration.name(),
                organisation.name(),
                organisation.kind(),
                currentDevice.seen());
        return registered.map(made -> SessionAnswers.created(uri, made)).orElseGet(() -> Response.accepted()
                .build());
    }

    @POST
    @Path("registrations/confirm")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary =
                    "Make the account that was asked for, by the link that its address was sent and the password that was chosen")
    @APIResponse(
            responseCode = "201",
            description = "Registered, signed in",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response confirm(Confirmation confirmation, @Context UriInfo uri) {
        return SessionAnswers.created(
                uri, signIn.confirmRegistration(confirmation.token(), confirmation.password(), currentDevice.seen()));
    }

    @POST
    @Path("login")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Sign in; who has a second factor gets a challenge to finish it with")
    @APIResponse(
            responseCode = "200",
            description = "Signed in, or a second factor is needed",
            content = @Content(schema = @Schema(oneOf = {Tokens.class, Challenge.class})))
    public Response login(Credentials credentials) {
        SignedIn signedIn = signIn.signIn(credentials.email(), credentials.password(), currentDevice.seen());
        return Response.ok(signedIn.answer()).build();
    }

    @POST
    @Path("refresh")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary =
                    "Exchange a refresh token, once, for new tokens: that of the body, or a browser's own of its cookie")
    @APIResponse(
            responseCode = "200",
            description = "New tokens",
            content = @Content(schema = @Schema(implementation = Tokens.class)))
    public Tokens refresh(@OptionalBody Refresh refresh) {
        return signIn.refresh(tokenOf(refresh), currentDevice.seen());
    }

    @POST
    @Path("logout")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "End the session of the access token, or of the refresh token in body or cookie")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void logout(@OptionalBody Refresh refresh) {
        currentCaller
                .present()
                .ifPresentOrElse(sessions::signOut, () -> sessions.signOutBy(tokenOf(refresh), currentDevice.seen()));
    }

    private String tokenOf(Refresh refresh) {
        return refresh == null || refresh.refreshToken() == null
                ? cookies.refreshToken().orElse(null)
                : refresh.refreshToken();
    }

    @POST
    @Path("switch")
    @Operation(summary = "Act for another organisation of yours")
    public Tokens switchOrganisation(Switch wanted) {
        if (wanted.organisationId() == null) {
            throw Refusal.invalid("/organisationId", "Name an organisation.");
        }
        return sessions.switchTo(currentCaller.get(), wanted.organisationId());
    }

    @POST
    @Path("impersonation/end")
    @AllowedReadingOnly
    @Operation(summary = "See no more what somebody else sees")
    @APIResponse(responseCode = "204", description = "Ended")
    public void endImpersonation() {
        impersonations.end(currentCaller.get());
    }

    @POST
    @Path("invitations/view")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary =
                    "What a one-time link invites to; it changes nothing. The link's secret stands in the body, where no log has it")
    public InvitationView invitation(OneTimeLink link) {
        return invitations.view(link.token());
    }

    @POST
    @Path("invitations/accept")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Join by a one-time link: with name and password for a new account, or signed in")
    @APIResponse(
            responseCode = "201",
            description = "Joined, signed in for the organisation",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response accept(Acceptance by, @Context UriInfo uri) {
        Registered joined = currentCaller
                .present()
                .map(caller -> signIn.accept(caller, by.token()))
                .orElseGet(() -> signIn.acceptAsNew(by.token(), by.name(), by.password(), currentDevice.seen()));
        return SessionAnswers.created(uri, joined);
    }

    @POST
    @Path("admin-setup")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Make the first ADMIN, once, with the link that the launcher printed")
    @APIResponse(
            responseCode = "201",
            description = "Made, signed in",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    public Response setUpAdmin(AdminSetup setup, @Context UriInfo uri) {
        return SessionAnswers.created(
                uri,
                signIn.setUpAdmin(setup.token(), setup.email(), setup.name(), setup.password(), currentDevice.seen()));
    }
}
