package org.lanerunner.notifications.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.notifications.NoticeChoice;
import org.lanerunner.notifications.NoticePreferences;
import org.lanerunner.shared.rest.AnswerNotKept;

/**
 * The link with which a mail's reader, or their mail program, stops mails of its kind (RFC 8058). Nobody signs in for it. Opening it changes nothing and
 * leads to a page with a button; only a POST, with any body, stops the mails.
 */
@Path("/notifications/unsubscribe/{token}")
@ApplicationScoped
@PermitAll
@SecurityRequirements
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
@AnswerNotKept
public class UnsubscribeResource {

    @Inject
    private NoticePreferences preferences;

    @GET
    @Operation(summary = "For who opens the link of a mail: the page that asks whether to stop mails like it")
    @APIResponse(responseCode = "303", description = "To that page; nothing is changed")
    public Response open(@PathParam("token") String token) {
        return Response.seeOther(URI.create(preferences.pageOfLink(token))).build();
    }

    @GET
    @Path("kind")
    @Operation(summary = "Of which kind the mail was, and whether it comes still")
    public NoticeChoice kind(@PathParam("token") String token) {
        return preferences.ofLink(token);
    }

    @POST
    @Operation(summary = "No more mails of the kind; for mail programs too, and repeated without harm")
    @APIResponse(responseCode = "204", description = "They are off")
    public void unsubscribe(@PathParam("token") String token) {
        preferences.unsubscribe(token);
    }
}
