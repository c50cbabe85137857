package org.lanerunner.bookings.rest;

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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.bookings.BookingStatus;
import org.lanerunner.bookings.BookingView;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.CorrectionRequest;
import org.lanerunner.bookings.DeliveryRequest;
import org.lanerunner.bookings.PinpointRequest;
import org.lanerunner.bookings.RoadFacts;
import org.lanerunner.bookings.StopPoints;
import org.lanerunner.bookings.StopRequest;
import org.lanerunner.bookings.TellingView;
import org.lanerunner.bookings.UndoRequest;
import org.lanerunner.bookings.Withdrawals;
import org.lanerunner.events.EventView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.OptionalBody;

/** Bookings that the own organisation buys or sells. */
@Path("/bookings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
public class BookingsResource {

    @Inject
    private Bookings bookings;

    @Inject
    private RoadFacts roadFacts;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private StopPoints stopPoints;

    @Inject
    private CurrentCaller currentCaller;

    /** The time at which something happened; the present time if left out. */
    public record Occurrence(Instant occurredAt) {}

    /** The reason for a command. */
    public record Reason(String reason) {}

    @GET
    @Operation(summary = "Own bookings (a driver's: those of the assigned trips), newest first")
    public Page<BookingView> list(
            @QueryParam("status") BookingStatus status,
            @QueryParam("trip") UUID trip,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return bookings.search(currentCaller.get(), status, trip, new PageRequest(after, limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One booking, with what the caller may do with it now")
    public BookingView get(@PathParam("id") UUID id) {
        return bookings.view(currentCaller.get(), id);
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(summary = "What happened, oldest first, as far as the caller's organisation may read it")
    public Page<EventView> timeline(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return bookings.timeline(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @POST
    @Path("/{id}/dispatch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send the vehicle; the first dispatch starts the trip")
    public BookingView dispatch(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @OptionalBody Occurrence occurrence) {
        return roadFacts.dispatch(
                currentCaller.get(), id, occurrence == null ? null : occurrence.occurredAt(), ifMatch);
    }

    @POST
    @Path("/{id}/arrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell an arrival by hand, with a reason")
    public BookingView arrive(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull StopRequest request) {
        return roadFacts.arrive(currentCaller.get(), id, request, ifMatch);
    }

    @POST
    @Path("/{id}/depart")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell a departure by hand, with a reason")
    public BookingView depart(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull StopRequest request) {
        return roadFacts.depart(currentCaller.get(), id, request, ifMatch);
    }

    @POST
    @Path("/{id}/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell a known arrival or departure anew, with a reason; what was told before stays on record")
    public BookingView correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull CorrectionRequest request) {
        return roadFacts.correct(currentCaller.get(), id, request, ifMatch);
    }

    @POST
    @Path("/{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take back what was told of the road a moment ago",
            description =
                    "The latest dispatch, arrival or departure, told by a person and not corrected, as long as the booking's `undo` says. An arrival takes the departure"
                            + " that followed from it with it; a dispatch that started the trip takes its start. What was told stays on record.")
    public BookingView undo(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull UndoRequest request) {
        return request.ofDispatch()
                ? withdrawals.undoDispatch(currentCaller.get(), id, request, ifMatch)
                : withdrawals.undoFact(currentCaller.get(), id, request, ifMatch);
    }

    @POST
    @Path("/{id}/pinpoint")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say where a stop really is: its fence stands there from now on",
            description =
                    "By the buyer, or by who drives there. The point lies within 100 km of the stop's city; the stop keeps its place and zone. What is known of"
                            + " the stop stays known; positions since the dispatch count for the new fence when the next come.")
    public BookingView pinpoint(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull PinpointRequest request) {
        return stopPoints.pinpoint(currentCaller.get(), id, request, ifMatch);
    }

    @GET
    @Path("/{id}/tellings")
    @Operation(
            summary =
                    "All that was told of its arrivals and departures, oldest first; the booking shows what is in force")
    public Page<TellingView> tellings(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return roadFacts.tellings(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @POST
    @Path("/{id}/deliver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Deliver with a proof; the last delivery completes the trip")
    public BookingView deliver(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull DeliveryRequest request) {
        return roadFacts.deliver(currentCaller.get(), id, request, ifMatch);
    }

    @POST
    @Path("/{id}/accept-proof")
    @Operation(summary = "Accept the proof: the escrow is released at once")
    public BookingView acceptProof(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch) {
        return bookings.acceptProof(currentCaller.get(), id, ifMatch);
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Cancel before loading: escrow back, capacity free, the load open again")
    public BookingView cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue("*") IfMatch ifMatch,
            @NotNull Reason reason) {
        return bookings.cancel(currentCaller.get(), id, reason.reason(), ifMatch);
    }
}
