package org.lanerunner.disputes.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.disputes.ContestCase;
import org.lanerunner.disputes.ContestDecisions;
import org.lanerunner.disputes.ContestView;
import org.lanerunner.documents.rest.Attachment;
import org.lanerunner.events.EventView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Contested deliveries that the platform's administrators decide. */
@Path("/admin/contests")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class ContestDecisionsResource {

    @Inject
    private ContestDecisions decisions;

    @Inject
    private CurrentCaller currentCaller;

    /** The reason for a decision; both sides read it. */
    public record DecisionReason(String reason) {}

    @GET
    @Operation(summary = "Contests that wait for a decision, or those that are over; the oldest first")
    public Page<ContestView> list(
            @QueryParam("over") @DefaultValue("false") boolean over,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return decisions.list(currentCaller.get(), over, new PageRequest(after, limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A contest with what both sides say, and its booking with the proof of delivery")
    public ContestCase get(@PathParam("id") UUID id) {
        return decisions.view(currentCaller.get(), id);
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(summary = "What happened to its booking, oldest first, as the buyer may read it")
    public Page<EventView> timeline(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return decisions.timeline(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @GET
    @Path("/{id}/documents/{documentId}/content")
    @Produces({"image/jpeg", "image/png", "image/webp", "application/pdf"})
    @Operation(summary = "A photo or paper that a side shows, or the proof of delivery, as an attachment")
    public Response document(@PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return Attachment.of(decisions.document(currentCaller.get(), id, documentId));
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide for the carrier: the escrow is released, less the fee")
    public ContestView release(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull DecisionReason reason) {
        return decisions.release(currentCaller.get(), id, reason.reason(), ifMatch);
    }

    @POST
    @Path("/{id}/refund")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide for the buyer: the whole price goes back, without a fee")
    public ContestView refund(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull DecisionReason reason) {
        return decisions.refund(currentCaller.get(), id, reason.reason(), ifMatch);
    }
}
