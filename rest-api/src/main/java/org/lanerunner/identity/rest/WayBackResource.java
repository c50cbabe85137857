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
import org.lanerunner.identity.WayBack;
import org.lanerunner.shared.rest.AnswerNotKept;

/** The way back for a person who lost password, factors and recovery codes: by mails and a waiting time. No answer says whether there is an account. */
@Path("auth/way-back")
@ApplicationScoped
@PermitAll
@SecurityRequirements
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class WayBackResource {

    public record Lost(String email) {}

    /** @param token the token of the link in the mail */
    public record Link(String token) {}

    /** @param token the token of the link in the last mail */
    public record ComeBack(String token, String password) {}

    @Inject
    private AccountSecurity accounts;

    @Inject
    private WayBack wayBack;

    @Inject
    private CurrentDevice currentDevice;

    @POST
    @Operation(summary = "Have a mail sent that begins the way back of who lost everything")
    @APIResponse(responseCode = "202", description = "A mail says how to go on")
    public Response ask(Lost lost) {
        accounts.askWayBack(lost.email());
        return Response.accepted().build();
    }

    @POST
    @Path("begin")
    @Operation(
            summary =
                    "Begin the way back by the link of the first mail; the wait begins, and everybody concerned is told")
    public WayBack.Wait begin(Link link) {
        return wayBack.begin(link.token());
    }

    @POST
    @Path("stop")
    @Operation(summary = "Stop a way back by the link of the mail that told of it")
    @APIResponse(responseCode = "204", description = "Stopped")
    public void stop(Link link) {
        wayBack.stop(link.token());
    }

    @POST
    @Path("finish")
    @Operation(summary = "After the wait: set a new password by the last link; factors are removed, sessions end")
    @APIResponse(responseCode = "204", description = "Set; sign in with it")
    public void finish(ComeBack comeBack) {
        accounts.finishWayBack(comeBack.token(), comeBack.password(), currentDevice.seen());
    }
}
