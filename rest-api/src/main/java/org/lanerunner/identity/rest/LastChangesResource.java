package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.ChangedThing;
import org.lanerunner.identity.LastChange;
import org.lanerunner.identity.LastChanges;
import org.lanerunner.shared.CurrentCaller;

/** Says who changed a thing last, for a person whose edit met another change. */
@Path("last-changes/{of}/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class LastChangesResource {

    @Inject
    private LastChanges changes;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "Who of the own organisation changed something last, for those who may change it too",
            description = "Within a day. The id of a role is its code, of the addresses the organisation's.")
    public LastChange get(@PathParam("of") ChangedThing of, @PathParam("id") String id) {
        return changes.of(currentCaller.get(), of, id);
    }
}
