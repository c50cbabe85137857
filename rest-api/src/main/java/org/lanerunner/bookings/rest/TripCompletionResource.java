package org.lanerunner.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.bookings.RoadFacts;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.trips.TripView;

/** Ends a trip. It is a resource of the bookings, since what the trip carries decides whether it may end. */
@Path("trips/{id}/complete")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "trips")
public class TripCompletionResource {

    @Inject
    private RoadFacts roadFacts;

    @Inject
    private CurrentCaller currentCaller;

    @POST
    @Operation(summary = "End a trip before its last stop; refused while something that it carries is not delivered")
    public TripView complete(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return roadFacts.endTrip(currentCaller.get(), id, ifMatch);
    }
}
