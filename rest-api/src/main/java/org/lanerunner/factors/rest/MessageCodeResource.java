package org.lanerunner.factors.rest;

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
import org.lanerunner.factors.SecondStep;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Sends a code by SMS or mail, with which the person finishes signing in. */
@Path("auth/login/code")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class MessageCodeResource {

    /** @param challenge the challenge that a right password gave */
    public record CodeWanted(String challenge) {}

    @Inject
    private SecondStep secondStep;

    @POST
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Have a code sent to your confirmed number or address, to finish signing in with")
    @APIResponse(responseCode = "202", description = "It is on its way")
    public Response send(CodeWanted wanted) {
        secondStep.sendCode(wanted.challenge());
        return Response.accepted().build();
    }
}
