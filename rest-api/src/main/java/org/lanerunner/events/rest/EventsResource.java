package org.lanerunner.events.rest;

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
import org.lanerunner.events.EventFeed;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.PageRequest;

/** What happened, for programs that follow it. */
@Path("/events")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventsResource {

    @Inject
    private EventFeed feed;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary =
                    "Events that the own organisation may read, oldest first; ask again with the next of each answer, at once while there is more")
    public EventFeed.Part read(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return feed.read(currentCaller.get(), new PageRequest(after, limit));
    }
}
