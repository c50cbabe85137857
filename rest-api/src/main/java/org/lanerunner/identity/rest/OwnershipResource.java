package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.Ownership;
import org.lanerunner.identity.OwnershipView;
import org.lanerunner.shared.CurrentCaller;

/** Handing an organisation over: an owner offers it, and a member accepts. */
@Path("organisations/{id}/ownership")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class OwnershipResource {

    /** @param personId a member of the organisation */
    public record HandOver(UUID personId) {}

    @Inject
    private Ownership ownership;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Whether the organisation is being handed over, and to whom")
    public OwnershipView view(@PathParam("id") UUID id) {
        return ownership.view(currentCaller.get(), id);
    }

    @POST
    @Operation(summary = "Offer the ownership to a member, who takes it on within a week; you keep your other roles")
    public OwnershipView offer(@PathParam("id") UUID id, HandOver handOver) {
        return ownership.offer(currentCaller.get(), id, handOver.personId());
    }

    @DELETE
    @Operation(summary = "Take the offer back")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void withdraw(@PathParam("id") UUID id) {
        ownership.withdraw(currentCaller.get(), id);
    }

    @POST
    @Path("accept")
    @Operation(summary = "Take the ownership on, as the member to whom it is offered")
    @APIResponse(responseCode = "204", description = "Handed over; both refresh their tokens")
    public void accept(@PathParam("id") UUID id) {
        ownership.accept(currentCaller.get(), id);
    }
}
