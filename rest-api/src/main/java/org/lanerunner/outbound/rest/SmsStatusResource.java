package org.lanerunner.outbound.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.outbound.OutboundSettings;
import org.lanerunner.outbound.SmsOutcome;
import org.lanerunner.outbound.SmsOutcomes;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;

/**
 * The address at which the provider of SMS reports what became of a message. The provider has no token of ours; its report counts when it is signed with the
 * account's secret.
 */
@Path("/sms")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "system")
public class SmsStatusResource {

    private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,64}");

    /** The fields that are read. The signature covers all other fields, too. */
    public record SmsStatus(
            @Schema(description = "queued, sent, delivered, undelivered, failed or another")
            String MessageStatus,

            @Schema(description = "The provider's id of the message")
            String MessageSid,

            @Schema(description = "Why it did not arrive") String ErrorCode) {}

    @Inject
    private SmsOutcomes outcomes;

    @Inject
    private Settings settings;

    @POST
    @Path("/{id}/status")
    @PermitAll
    @SecurityRequirements
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "For the provider of SMS only: what became of one, signed as Twilio signs")
    @RequestBody(content = @Content(schema = @Schema(implementation = SmsStatus.class)))
    @APIResponse(responseCode = "204", description = "It is known")
    public void told(
            @PathParam("id") UUID id,
            @HeaderParam("X-Twilio-Signature") String signature,
            MultivaluedMap<String, String> form) {
        String address = outcomes.address(id);
        boolean signed = !address.isEmpty()
                && new TwilioSignature(settings.text(OutboundSettings.SMS_TOKEN)).isOf(address, form, signature);
        if (!signed) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "sms/not-signed", "This is not signed by the provider of SMS.");
        }
        String code = form.getFirst("ErrorCode");
        outcomes.told(id, required(form.getFirst("MessageSid")), outcome(form.getFirst("MessageStatus")), fit(code));
    }

    private static String required(String providerId) {
        if (providerId == null || !ID.matcher(providerId).matches()) {
            throw Refusal.invalid("/MessageSid", "This is no id of a message.");
        }
        return providerId;
    }

    private static String fit(String code) {
        return code != null && CODE.matcher(code).matches() ? code : null;
    }

    /** @return null while it is under way */
    private static SmsOutcome outcome(String status) {
        return switch (String.valueOf(status)) {
            case "delivered", "read" -> SmsOutcome.DELIVERED;
            case "undelivered" -> SmsOutcome.UNDELIVERED;
            case "failed", "canceled" -> SmsOutcome.FAILED;
            default -> null;
        };
    }
}
