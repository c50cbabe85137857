package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.LiveTicket;
import org.lanerunner.identity.LiveTickets;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Tickets for the live channel at {@code /ws/live}. */
@Path("/live/tickets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live")
public class LiveTicketsResource {

    @Inject
    private LiveTickets tickets;

    @Inject
    private CurrentCaller currentCaller;

    @POST
    @AnswerNotKept
    @AllowedReadingOnly
    @Operation(
            summary = "A ticket for the live channel",
            description =
                    "Good once and for 30 seconds: open /ws/live and send it as the first message, {\"ticket\":\"...\"}. The channel ends with this session.")
    public LiveTicket issue() {
        return tickets.issue(currentCaller.get());
    }
}
