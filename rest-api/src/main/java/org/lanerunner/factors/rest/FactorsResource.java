package org.lanerunner.factors.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.factors.Factors;
import org.lanerunner.factors.FactorsView;
import org.lanerunner.factors.MessageFactors;
import org.lanerunner.factors.NewApp;
import org.lanerunner.outbound.Channel;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.AnswerNotKept;

/** The caller's own second factors. Answers hold secrets, so no answer is kept. */
@Path("factors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "factors")
@AnswerNotKept
public class FactorsResource {

    public record FirstCode(String code) {}

    @Inject
    private Factors factors;

    @Inject
    private MessageFactors messageFactors;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Your second factors")
    public FactorsView view() {
        return factors.view(currentCaller.get());
    }

    @POST
    @Path("app")
    @Operation(summary = "Begin to set up an authenticator app: what its QR code says")
    public NewApp beginApp() {
        return factors.beginApp(currentCaller.get());
    }

    @POST
    @Path("app/confirm")
    @Operation(summary = "Turn codes by the app on, with the first code that it shows")
    public Factors.TurnedOn confirmApp(FirstCode first) {
        return factors.confirmApp(currentCaller.get(), first.code());
    }

    @DELETE
    @Path("app")
    @Operation(summary = "Turn codes by the app off")
    @APIResponse(responseCode = "204", description = "Turned off")
    public void removeApp() {
        factors.removeApp(currentCaller.get());
    }

    @POST
    @Path("mail")
    @Operation(
            summary =
                    "Turn codes by mail on, where an organisation of yours takes them; asked for from the next sign-in")
    public FactorsView turnOnCodesByMail() {
        return messageFactors.turnOn(currentCaller.get(), Channel.MAIL);
    }

    @DELETE
    @Path("mail")
    @Operation(summary = "Turn codes by mail off")
    @APIResponse(responseCode = "204", description = "Turned off")
    public void turnOffCodesByMail() {
        messageFactors.turnOff(currentCaller.get(), Channel.MAIL);
    }

    @POST
    @Path("sms")
    @Operation(
            summary =
                    "Turn codes by SMS to your confirmed number on, where an organisation of yours takes them; asked for from the next sign-in")
    public FactorsView turnOnCodesBySms() {
        return messageFactors.turnOn(currentCaller.get(), Channel.SMS);
    }

    @DELETE
    @Path("sms")
    @Operation(summary = "Turn codes by SMS off")
    @APIResponse(responseCode = "204", description = "Turned off")
    public void turnOffCodesBySms() {
        messageFactors.turnOff(currentCaller.get(), Channel.SMS);
    }

    @POST
    @Path("recovery-codes")
    @Operation(summary = "Make recovery codes anew; those of before end")
    public Factors.RecoveryCodes makeRecoveryCodes() {
        return factors.makeRecoveryCodes(currentCaller.get());
    }
}
