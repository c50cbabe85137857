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
import org.lanerunner.factors.Method;
import org.lanerunner.factors.SecondStep;
import org.lanerunner.factors.Shown;
import org.lanerunner.factors.ShownPasskey;
import org.lanerunner.identity.Tokens;
import org.lanerunner.identity.rest.CurrentDevice;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Signing in, finished by a second factor. */
@Path("auth/login/finish")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class SecondStepResource {

    /** @param challenge the challenge that the password or the request for a passkey gave; @param code null for a passkey */
    public record Finish(String challenge, Method method, String code, ShownPasskey passkey) {}

    @Inject
    private SecondStep secondStep;

    @Inject
    private CurrentDevice device;

    @Inject
    private CurrentOrigin origin;

    @POST
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Finish signing in with a second factor")
    public Tokens finish(Finish finish) {
        return secondStep.finish(
                finish.challenge(),
                new Shown(finish.method(), finish.code(), finish.passkey()),
                origin.present(),
                device.seen());
    }
}
