package org.lanerunner.identity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.AccountSecurity;
import org.lanerunner.shared.rest.AnswerNotKept;

/**
 * Accounts and mails: a forgotten password, an address that is confirmed. No answer says whether there is an account. No answer is kept either, since the
 * request's body holds a password.
 */
@Path("auth")
@ApplicationScoped
@PermitAll
@SecurityRequirements
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class AccountLinksResource {

    public record Forgotten(String email) {}

    /** @param token the token of the link in the mail */
    public record NewPassword(String token, String password) {}

    @Inject
    private AccountSecurity accounts;

    @Inject
    private CurrentDevice currentDevice;

    @POST
    @Path("forgot")
    @Operation(summary = "Have a mail sent that sets a new password, or says that there is no account")
    @APIResponse(responseCode = "202", description = "A mail says how to go on")
    public Response forgot(Forgotten forgotten) {
        accounts.forgot(forgotten.email());
        return Response.accepted().build();
    }

    @POST
    @Path("reset")
    @Operation(summary = "Set a new password by the link in a mail, once; all sessions end")
    @APIResponse(responseCode = "204", description = "Set; sign in with it")
    public void reset(NewPassword wanted) {
        accounts.reset(wanted.token(), wanted.password(), currentDevice.seen());
    }

    @POST
    @Path("addresses/confirm")
    @Operation(summary = "Confirm an address by the link that it was sent")
    @APIResponse(responseCode = "204", description = "Confirmed")
    public void confirmAddress(OneTimeLink link) {
        accounts.confirmAddress(link.token());
    }
}
