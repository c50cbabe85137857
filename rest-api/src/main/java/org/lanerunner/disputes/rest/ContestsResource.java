package org.lanerunner.disputes.rest;

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
import org.lanerunner.disputes.ContestView;
import org.lanerunner.disputes.Contests;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Contested deliveries that the own organisation has bought or sold. */
@Path("/contests")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contests")
public class ContestsResource {

    @Inject
    private Contests contests;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Own contests, bought or sold, newest first: those that are open, or those that are over")
    public Page<ContestView> list(
            @QueryParam("over") @DefaultValue("false") boolean over,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return contests.list(currentCaller.get(), over, new PageRequest(after, limit));
    }
}
