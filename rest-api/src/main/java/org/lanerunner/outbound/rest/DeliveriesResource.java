package org.lanerunner.outbound.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.DeliveryState;
import org.lanerunner.outbound.DeliveryView;
import org.lanerunner.outbound.OutboundDeliveries;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Messages to people, for the platform's administrator: those that wait, those that were sent, and those that could not be. */
@Path("/admin/deliveries")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class DeliveriesResource {

    @Inject
    private OutboundDeliveries deliveries;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary =
                    "Messages to people, oldest first, of one state and one channel where they are named; DEAD are those that nobody takes")
    public Page<DeliveryView> list(
            @QueryParam("state") DeliveryState state,
            @QueryParam("channel") Channel channel,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return deliveries.list(currentCaller.get(), state, channel, new PageRequest(after, limit));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Have one that is dead or waits tried now, from the beginning")
    @APIResponse(responseCode = "204", description = "It is next")
    public void retry(@PathParam("id") UUID id) {
        deliveries.retry(currentCaller.get(), id);
    }
}
