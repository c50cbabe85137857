package org.lanerunner.matching.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.matching.MatchView;
import org.lanerunner.matching.Matching;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.CostlyReads;

/** Trips for a load and loads for a trip, best first. */
@Path("/matches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "matching")
public class MatchesResource {

    @Inject
    private Matching matching;

    @Inject
    private CostlyReads costlyReads;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "Ranked matches for an own load or an own trip",
            description = "Name either load or trip. Each match has a score from 0 to 100 and its reasons.")
    public Page<MatchView> list(
            @QueryParam("load") UUID load,
            @QueryParam("trip") UUID trip,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        if ((load == null) == (trip == null)) {
            throw Refusal.invalid("", "Name either load or trip.");
        }
        PageRequest page = new PageRequest(null, limit);
        Caller caller = currentCaller.get();
        return costlyReads.read(() -> new Page<>(
                load != null
                        ? matching.tripsFor(caller, load, page.limit())
                        : matching.loadsFor(caller, trip, page.limit()),
                null));
    }
}
