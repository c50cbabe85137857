package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanerunner.documents.Documents;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.identity.Organisations;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.loads.LoadWithdrawn;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Text;
import org.lanerunner.trips.TripAssigned;
import org.lanerunner.trips.TripAssigning;
import org.lanerunner.trips.Trips;

/** What the parties do with a booking, what fences and timers tell it, and what later features may know of it. */
@Stateless
public class Bookings {

    @Inject
    private BookingRepository bookings;

    @Inject
    private Loads loads;

    @Inject
    private Trips trips;

    @Inject
    private Ledger ledger;

    @Inject
    private Documents documents;

    @Inject
    private Organisations organisations;

    @Inject
    private Events events;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The carrier's vehicle sets out; the first dispatch starts the trip. */
    public BookingView dispatch(Caller caller, UUID id, Instant occurredAt, IfMatch ifMatch) {
        Booking booking = soldBy(caller, id, ifMatch);
        Instant now = clock.instant();
        Instant at = occurredAt == null ? now : occurredAt;
        DomainEvent dispatched = booking.dispatch(at, now);
        trips.start(caller, booking.tripId(), booking.id(), at);
        return told(caller, booking, dispatched);
    }

    public BookingView arrive(Caller caller, UUID id, StopRequest request, IfMatch ifMatch) {
        Booking booking = soldBy(caller, id, ifMatch);
        int stop = request.stop() == null ? next(booking.nextToArrive()) : request.stop();
        return told(caller, booking, booking.arrive(stop, byHand(request)).toArray(DomainEvent[]::new));
    }

    public BookingView depart(Caller caller, UUID id, StopRequest request, IfMatch ifMatch) {
        Booking booking = soldBy(caller, id, ifMatch);
        int stop = request.stop() == null ? next(booking.nextToDepart()) : request.stop();
        return told(caller, booking, booking.depart(stop, byHand(request)).toArray(DomainEvent[]::new));
    }

    /** Hands in the proof; the last delivery of a trip completes it. */
    public BookingView deliver(Caller caller, UUID id, DeliveryRequest request, IfMatch ifMatch) {
        Booking booking = soldBy(caller, id, ifMatch);
        Instant now = clock.instant();
        DomainEvent delivered = booking.deliver(request.proof(now), settings.duration(Setting.RELEASE_AFTER), now);
        if (request.documentId() != null) {
            documents.attachProof(
                    caller,
                    request.documentId(),
                    id,
                    List.of(booking.buyerOrganisationId(), booking.sellerOrganisationId()));
        }
        bookings.flush();
        trips.lock(booking.tripId());
        completeTripIfDone(caller, booking);
        return told(caller, booking, delivered);
    }

    /** The buyer is content: the escrow is released at once. */
    public BookingView acceptProof(Caller caller, UUID id, IfMatch ifMatch) {
        Booking booking = locked(caller, id);
        if (!booking.buyerOrganisationId().equals(caller.organisationId())) {
            throw Refusal.forbidden("Only the buyer accepts the proof.");
        }
        ifMatch.require(booking.version());
        events.publish(caller, booking.acceptProof());
        settle(caller, booking);
        return view(caller, booking);
    }

    /** Either side steps back before loading: escrow back, capacity free, the load open again. */
    public BookingView cancel(Caller caller, UUID id, String reason, IfMatch ifMatch) {
        Booking booking = locked(caller, id);
        ifMatch.require(booking.version());
        undo(caller, booking, Text.required(reason, 300, "/reason"));
        loads.reopen(caller, booking.loadId(), id);
        return view(caller, booking);
    }

    /** A load is cancelled by its owner: so is its booking, or loading has begun and the owner is told so. */
    public void cancelWith(@Observes LoadWithdrawn load) {
        if (load.bookingId() != null) {
            undo(load.caller(), bookings.forUpdate(load.bookingId()).orElseThrow(), load.reason());
        }
    }

    /** Loads are locked before trips. */
    public void lockLoads(@Observes TripAssigning trip) {
        bookings.loadsOn(trip.tripId(), trip.organisationId()).forEach(loads::lock);
    }

    /** The trip's bookings are its driver's from now on. */
    public void follow(@Observes TripAssigned trip) {
        bookings.ofTrip(trip.tripId()).forEach(booking -> {
            booking.drivenBy(trip.driverId());
            bookings.changed(booking);
        });
    }

    public BookingView view(Caller caller, UUID id) {
        return view(caller, ofParty(caller, id));
    }

    public Page<BookingView> search(Caller caller, BookingStatus status, UUID tripId, PageRequest page) {
        List<Booking> found = bookings.search(caller, trips.driverFilter(caller), status, tripId, page);
        BookingContext context = context(caller, found);
        return Page.of(found, page.limit(), Booking::id).map(booking -> booking.view(context));
    }

    /** A booking that the caller may see, as tracking needs it. */
    public TrackedBooking tracked(Caller caller, UUID id) {
        return ofParty(caller, id).tracked(caller.organisationId());
    }

    /** The organisations whose documents about a booking the caller may see: its parties, or after a cancellation the own one alone. */
    public Set<UUID> parties(Caller caller, UUID id) {
        Booking booking = ofParty(caller, id);
        return Stream.of(booking.buyerOrganisationId(), booking.sellerOrganisationId())
                .filter(party -> booking.knows(caller.organisationId(), party))
                .collect(Collectors.toSet());
    }

    /** The dispatched bookings of a trip, for fences and the live map. */
    public List<TrackedBooking> trackedBy(UUID tripId) {
        return bookings.dispatchedOn(tripId).stream().map(bookings::lookedAt).toList();
    }

    /** Fences have confirmed these, in this order. What is known already, or not possible any more, changes nothing. */
    public void passed(UUID id, List<Passage> passages) {
        Booking booking = lockedById(id);
        List<DomainEvent> told = new ArrayList<>();
        for (Passage passage : passages) {
            List<DomainEvent> shown = byFence(booking, passage);
            if (!shown.isEmpty()) {
                loads.follow(booking.loadId(), booking.status().ofLoad());
                told.addAll(shown);
            }
        }
        if (!told.isEmpty()) {
            bookings.changed(booking);
            events.publish(Caller.system(), told.toArray(DomainEvent[]::new));
        }
    }

    /** Delivered bookings whose time for the buyer's word is over. */
    public List<DueItem> releaseDue(DueItem after, int limit) {
        return bookings.releaseDue(clock.instant(), after, limit);
    }

    /** Releases the escrow of a booking if it is due. */
    public void release(UUID id) {
        Booking booking = lockedById(id);
        if (booking.releaseDue(clock.instant())) {
            settle(Caller.system(), booking);
        }
    }

    private BookingView view(Caller caller, Booking booking) {
        bookings.flush();
        return booking.view(context(caller, List.of(booking)));
    }

    private List<DomainEvent> byFence(Booking booking, Passage passage) {
        RoadFact fact = RoadFact.byFence(passage.at(), clock.instant(), passage.alreadyThere());
        return switch (passage.kind()) {
            case ARRIVED ->
                booking.mayArrive(passage.stop(), passage.at()) ? booking.arrive(passage.stop(), fact) : List.of();
            case DEPARTED ->
                booking.mayDepart(passage.stop(), passage.at()) ? booking.depart(passage.stop(), fact) : List.of();
        };
    }

    private void settle(Caller caller, Booking booking) {
        DomainEvent settled = booking.settle(clock.instant());
        ledger.release(caller, booking.id(), booking.sellerOrganisationId(), booking.fee());
        loads.follow(booking.loadId(), booking.status().ofLoad());
        bookings.flush();
        events.publish(caller, settled);
    }

    private void undo(Caller caller, Booking booking, String reason) {
        DomainEvent cancelled = booking.cancel(reason, clock.instant());
        bookings.flush();
        trips.lock(booking.tripId());
        trips.release(
                caller,
                booking.tripId(),
                booking.id(),
                bookings.dispatchedOn(booking.tripId()).isEmpty());
        completeTripIfDone(caller, booking);
        ledger.refund(caller, booking.id());
        events.publish(caller, cancelled);
    }

    /** With the trip locked: of two deliveries at once the later one sees the earlier. */
    private void completeTripIfDone(Caller caller, Booking booking) {
        List<Booking> carried = bookings.ofTrip(booking.tripId());
        if (!carried.isEmpty() && carried.stream().allMatch(Booking::delivered)) {
            trips.complete(caller, booking.tripId(), booking.id());
        }
    }

    private BookingView told(Caller caller, Booking booking, DomainEvent... happened) {
        loads.follow(booking.loadId(), booking.status().ofLoad());
        bookings.changed(booking);
        events.publish(caller, happened);
        return view(caller, booking);
    }

    private RoadFact byHand(StopRequest request) {
        Instant now = clock.instant();
        return RoadFact.byPerson(
                request.occurredAt() == null ? now : request.occurredAt(),
                now,
                Text.required(request.reason(), 300, "/reason"));
    }

    private static int next(Optional<Integer> stop) {
        return stop.orElseThrow(() -> Refusal.conflict("bookings/no-stop-left", "There is no stop left for that."));
    }

    private Booking ofParty(Caller caller, UUID id) {
        return bookings.ofParty(caller, trips.driverFilter(caller), id).orElseThrow(() -> Refusal.notFound("bookings"));
    }

    private Booking soldBy(Caller caller, UUID id, IfMatch ifMatch) {
        Booking booking = locked(caller, id);
        if (!booking.sellerOrganisationId().equals(caller.organisationId())) {
            throw Refusal.forbidden("Only the carrier does this.");
        }
        ifMatch.require(booking.version());
        return booking;
    }

    private Booking locked(Caller caller, UUID id) {
        UUID loadId =
                bookings.loadOf(caller, trips.driverFilter(caller), id).orElseThrow(() -> Refusal.notFound("bookings"));
        loads.lock(loadId);
        return bookings.forUpdate(id).orElseThrow(() -> Refusal.notFound("bookings"));
    }

    private Booking lockedById(UUID id) {
        loads.lock(bookings.loadOf(id).orElseThrow(() -> Refusal.notFound("bookings")));
        return bookings.forUpdate(id).orElseThrow(() -> Refusal.notFound("bookings"));
    }

    private BookingContext context(Caller caller, List<Booking> shown) {
        Set<UUID> parties = new HashSet<>();
        Set<UUID> carriedOn = new HashSet<>();
        for (Booking booking : shown) {
            parties.add(booking.buyerOrganisationId());
            parties.add(booking.sellerOrganisationId());
            carriedOn.add(booking.tripId());
        }
        return new BookingContext(caller, organisations.names(parties), trips.labels(carriedOn));
    }
}
