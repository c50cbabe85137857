package org.lanerunner.factors.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.factors.PasskeyRequest;
import org.lanerunner.factors.SecondStep;
import org.lanerunner.shared.rest.AnswerNotKept;
import org.lanerunner.shared.rest.OptionalBody;

/** Asks for a passkey of a person who is not signed in. */
@Path("auth/login/passkey")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class PasskeySignInResource {

    /** @param challenge the challenge that a right password gave; left out to sign in with the passkey alone */
    public record Wanted(String challenge) {}

    @Inject
    private SecondStep secondStep;

    @Inject
    private CurrentOrigin origin;

    @POST
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "What a browser is asked, to sign in with a passkey")
    public PasskeyRequest ask(@OptionalBody Wanted wanted) {
        return secondStep.ask(wanted == null ? null : wanted.challenge(), origin.present());
    }
}
