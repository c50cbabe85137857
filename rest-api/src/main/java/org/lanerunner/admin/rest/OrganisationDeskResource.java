package org.lanerunner.admin.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.admin.OrganisationDesk;
import org.lanerunner.bookings.BookingStatus;
import org.lanerunner.bookings.BookingView;
import org.lanerunner.ledger.PostingView;
import org.lanerunner.ledger.WalletView;
import org.lanerunner.loads.LoadStatus;
import org.lanerunner.loads.LoadView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** What an organisation has, for the platform's administrator. */
@Path("/admin/organisations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class OrganisationDeskResource {

    @Inject
    private OrganisationDesk desk;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Path("{id}/bookings")
    @Operation(summary = "An organisation's bookings, bought and sold, newest first")
    public Page<BookingView> bookings(
            @PathParam("id") UUID id,
            @QueryParam("status") BookingStatus status,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return desk.bookings(currentCaller.get(), id, status, new PageRequest(after, limit));
    }

    @GET
    @Path("{id}/loads")
    @Operation(summary = "An organisation's loads, newest first")
    public Page<LoadView> loads(
            @PathParam("id") UUID id,
            @QueryParam("status") LoadStatus status,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return desk.loads(currentCaller.get(), id, status, new PageRequest(after, limit));
    }

    @GET
    @Path("{id}/wallet")
    @Operation(summary = "What an organisation's wallet holds")
    public WalletView wallet(@PathParam("id") UUID id) {
        return desk.wallet(currentCaller.get(), id);
    }

    @GET
    @Path("{id}/postings")
    @Operation(summary = "Movements of an organisation's wallet and escrow, newest first")
    public Page<PostingView> postings(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return desk.postings(currentCaller.get(), id, new PageRequest(after, limit));
    }
}
