package org.lanerunner.tracking.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.Refusal;
import org.lanerunner.tracking.Position;
import org.lanerunner.tracking.Tracking;

/**
 * The positions of a booking's vehicle, for the booking's parties. They begin with the dispatch and end with the delivery, and not one position more is
 * shown.
 */
@Path("/bookings/{id}/positions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
public class BookingPositionsResource {

    @Inject
    private Tracking tracking;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "Positions between dispatch and delivery, oldest first",
            description = "after is a time, such as the next of the page before; limit 1 to 1000.")
    public Page<Position> list(
            @PathParam("id") UUID id,
            @QueryParam("after") Instant after,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        return tracking.ofBooking(currentCaller.get(), id, after, limit);
    }

    @GET
    @Path("/last")
    @Operation(summary = "The last position between dispatch and delivery")
    public Position last(@PathParam("id") UUID id) {
        return tracking.lastOf(currentCaller.get(), id).orElseThrow(() -> Refusal.notFound("positions"));
    }
}
