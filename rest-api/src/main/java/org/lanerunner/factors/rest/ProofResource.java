package org.lanerunner.factors.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.factors.CodeSent;
import org.lanerunner.factors.Method;
import org.lanerunner.factors.PasskeyRequest;
import org.lanerunner.factors.SecondStep;
import org.lanerunner.factors.Shown;
import org.lanerunner.factors.ShownPasskey;
import org.lanerunner.identity.Tokens;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Proves anew who the person is, which sensitive commands need. */
@Path("auth/prove")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class ProofResource {

    /**
     * @param code a code, or the password of a person who has no second factor
     * @param challenge for a passkey that was asked for, or a code that was sent
     */
    public record ProofShown(Method method, String code, String challenge, ShownPasskey passkey) {}

    /** A new access token of the same session. */
    public record Proven(String accessToken, long expiresIn) {}

    @Inject
    private SecondStep secondStep;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private CurrentOrigin origin;

    @POST
    @Path("passkey")
    @Operation(summary = "What a browser is asked, to prove with a passkey who you are")
    public PasskeyRequest askForPasskey() {
        return secondStep.askAnew(currentCaller.get(), origin.present());
    }

    @POST
    @Path("code")
    @Operation(summary = "Have a code sent to your confirmed number, to prove with it who you are")
    public CodeSent sendCode() {
        return secondStep.sendCodeAnew(currentCaller.get());
    }

    @POST
    @Operation(summary = "Prove anew who you are: an access token that says so, in the same session")
    public Proven prove(ProofShown proof) {
        Tokens tokens = secondStep.prove(
                currentCaller.get(),
                proof.challenge(),
                new Shown(proof.method(), proof.code(), proof.passkey()),
                origin.present());
        return new Proven(tokens.accessToken(), tokens.expiresIn());
    }
}
