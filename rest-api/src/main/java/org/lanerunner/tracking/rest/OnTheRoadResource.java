package org.lanerunner.tracking.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.tracking.OnTheRoad;
import org.lanerunner.tracking.Whereabouts;

/** All bookings on the road now, for a map. */
@Path("/tracking/on-the-road")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
public class OnTheRoadResource {

    @Inject
    private OnTheRoad onTheRoad;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary =
                    "Own bookings between dispatch and delivery (a driver's: those of the assigned trips), each with its last position, newest first",
            description = "limit 1 to 500.")
    public Page<Whereabouts> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("500") int limit) {
        return onTheRoad.list(currentCaller.get(), after, limit);
    }
}
