package org.lanerunner.outbound.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.outbound.KeptMail;
import org.lanerunner.outbound.KeptMails;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.ThisMachine;

/** The mails that a demo keeps instead of sending them. Only a person at its own machine may read them, since they hold links that open accounts. */
@Path("/dev/mails")
@ApplicationScoped
@PermitAll
@SecurityRequirements
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "system")
public class KeptMailsResource {

    @Inject
    private KeptMails kept;

    @Inject
    private ThisMachine thisMachine;

    @GET
    @Operation(
            summary =
                    "The mails that would have been sent, newest first; only on the machine itself, where money is test money and no mail server is set")
    public Page<KeptMail> list(
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit,
            @Context HttpServletRequest request) {
        if (!thisMachine.asksInDemo(request)) {
            throw Refusal.notFound("mails");
        }
        return kept.list(to, new PageRequest(after, limit));
    }
}
