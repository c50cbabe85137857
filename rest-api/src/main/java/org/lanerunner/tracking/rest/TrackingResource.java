package org.lanerunner.tracking.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.tracking.PositionsReceipt;
import org.lanerunner.tracking.Tracking;

/** Where drivers report positions of their trips. */
@Path("/tracking")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
public class TrackingResource {

    @Inject
    private Tracking tracking;

    @Inject
    private CurrentCaller currentCaller;

    @POST
    @Path("/positions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Report positions of the own trip",
            description =
                    "At most 1,000 in any order. What the trip has already counts as a duplicate, so a batch may be sent again. A position with bad "
                            + "coordinates, from the future, from before the dispatch or long after the trip is refused by its index; the others are kept. A speed or heading below 0 and an "
                            + "accuracy of 0, which phones write for what they do not know, are kept as unknown.")
    public PositionsReceipt report(
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = PositionBatch.class)))
                    byte[] body) {
        PositionBatchReader.Batch batch = PositionBatchReader.read(body);
        return tracking.report(currentCaller.get(), batch.tripId(), batch.positions());
    }
}
