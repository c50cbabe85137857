package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.AccountSecurity;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.MailLinks;
import org.lanerunner.identity.Me;
import org.lanerunner.identity.WayBack;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.AnswerNotKept;

/** The signed-in person. Bodies hold passwords, and wrong ones are counted outside of any transaction, so no answer is kept. */
@Path("me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class MeResource {

    /** @param current the present password; not needed after a recent proof of who the person is */
    public record PasswordChange(String current, String password) {}

    /** @param current the present password; not needed after a recent proof of who the person is */
    public record AddressChange(String email, String current) {}

    @Inject
    private Accounts accounts;

    @Inject
    private AccountSecurity security;

    @Inject
    private MailLinks links;

    @Inject
    private WayBack wayBack;

    @Inject
    private CurrentDevice currentDevice;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Who you are, the organisation you act for, and what you may do there")
    public Me me() {
        return accounts.me(currentCaller.get());
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change your password; all your other sessions end, and a mail says so")
    @APIResponse(responseCode = "204", description = "Changed")
    public void changePassword(PasswordChange change) {
        security.changePassword(currentCaller.get(), change.current(), change.password(), currentDevice.seen());
    }

    @POST
    @Path("address")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for another e-mail address; it changes when both addresses have confirmed it")
    @APIResponse(responseCode = "202", description = "Mails say how to go on")
    public Response changeAddress(AddressChange change) {
        security.changeAddress(currentCaller.get(), change.email(), change.current(), currentDevice.seen());
        return Response.accepted().build();
    }

    @POST
    @Path("confirmation")
    @Operation(summary = "Have the mail sent again that confirms your address")
    @APIResponse(responseCode = "202", description = "A mail says how to go on")
    public Response confirmation() {
        links.askForAddress(currentCaller.get());
        return Response.accepted().build();
    }

    @POST
    @Path("way-back/stop")
    @Operation(summary = "Stop the way back that somebody began who says that they are you and lost everything")
    @APIResponse(responseCode = "204", description = "Stopped")
    public void stopWayBack() {
        wayBack.stop(currentCaller.get());
    }
}
