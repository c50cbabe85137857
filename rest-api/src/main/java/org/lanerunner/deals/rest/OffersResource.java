package org.lanerunner.deals.rest;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.bookings.Award;
import org.lanerunner.bookings.BookingView;
import org.lanerunner.deals.Deals;
import org.lanerunner.deals.OfferRequest;
import org.lanerunner.deals.OfferSearch;
import org.lanerunner.deals.OfferSort;
import org.lanerunner.deals.OfferStatus;
import org.lanerunner.deals.OfferView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Offers on loads, made and received. */
@Path("/offers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "offers")
public class OffersResource {

    @Inject
    private Deals deals;

    @Inject
    private Award award;

    @Inject
    private CurrentCaller currentCaller;

    /** The price of a counter-offer. */
    public record Counter(Money price) {}

    /** The booking that an acceptance makes. */
    public record Accepted(BookingView booking) {}

    @GET
    @Operation(
            summary =
                    "Offers that the own organisation made or received, newest first; of one load the open ones first",
            description =
                    "unfunded: those alone whose acceptance failed because the buyer's wallet did not cover the price. sort: those of one load in another order, the open ones first.")
    public Page<OfferView> list(
            @QueryParam("load") UUID load,
            @QueryParam("trip") UUID trip,
            @QueryParam("status") OfferStatus status,
            @QueryParam("direction") OfferView.Direction direction,
            @QueryParam("unfunded") @DefaultValue("false") boolean unfunded,
            @QueryParam("sort") @DefaultValue("DATE") OfferSort sort,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        OfferSearch search = new OfferSearch(load, trip, status, direction, unfunded);
        PageRequest page = new PageRequest(after, limit);
        return sort == OfferSort.DATE && load == null
                ? deals.search(currentCaller.get(), search, page)
                : deals.sorted(currentCaller.get(), search, sort, page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Offer to carry a load, or offer the own load to a trip; the same again takes the place of the first")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response make(@NotNull OfferRequest request) {
        return created(deals.make(currentCaller.get(), request));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One offer, with the fee on the carrier's side")
    public OfferView get(@PathParam("id") UUID id) {
        return deals.view(currentCaller.get(), id);
    }

    @POST
    @Path("/{id}/accept")
    @TellsOfMissingMoney
    @Operation(
            summary = "Accept: capacity is taken, the price goes into escrow, other offers close, the booking stands")
    public Accepted accept(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return new Accepted(award.accept(currentCaller.get(), id, ifMatch));
    }

    @POST
    @Path("/{id}/counter")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answer with another price, as a new offer the other way round")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response counter(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull Counter counter) {
        return created(deals.counter(currentCaller.get(), id, counter.price(), ifMatch));
    }

    @POST
    @Path("/{id}/decline")
    @Operation(summary = "Decline a received offer")
    public OfferView decline(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return deals.decline(currentCaller.get(), id, ifMatch);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(summary = "Withdraw an offer that was made")
    public OfferView withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return deals.withdraw(currentCaller.get(), id, ifMatch);
    }

    private static Response created(OfferView offer) {
        return Response.created(URI.create("offers/" + offer.id()))
                .entity(offer)
                .build();
    }
}
