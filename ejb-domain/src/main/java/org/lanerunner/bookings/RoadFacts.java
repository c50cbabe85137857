package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.documents.Documents;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.identity.Suspensions;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Text;
import org.lanerunner.trips.TripPermissions;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/**
 * The use cases of the road, as the carrier's people and the fences tell of it: dispatch, arrivals and departures, their correction, the delivery, the end of a
 * trip.
 */
@Stateless
public class RoadFacts {

    /** Room for twenty stops, each reached and left, with each of these facts told five times. */
    static final int MOST_TELLINGS = 200;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    private BookingRepository bookings;

    @Inject
    private BookingAccess access;

    @Inject
    private BookingViews views;

    @Inject
    private Conditions conditions;

    @Inject
    private TripCompletion completion;

    @Inject
    private Brokerage brokerage;

    @Inject
    private Trips trips;

    @Inject
    private Loads loads;

    @Inject
    private Documents documents;

    @Inject
    private Suspensions suspensions;

    @Inject
    private Events events;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The carrier's vehicle sets out; the first dispatch starts the trip. */
    public BookingView dispatch(Caller caller, UUID id, Instant occurredAt, IfMatch ifMatch) {
        caller.require(BookingPermissions.DISPATCH);
        Booking booking = access.drivenBy(caller, BookingPermissions.DISPATCH, id, ifMatch);
        Instant now = clock.instant();
        Instant at = occurredAt == null ? now : occurredAt;
        conditions.requireForDispatch(booking, at);
        DomainEvent dispatched = booking.dispatch(at, now);
        trips.start(caller, booking.tripId(), booking.id(), at);
        return told(caller, booking, List.of(dispatched));
    }

    public BookingView arrive(Caller caller, UUID id, StopRequest request, IfMatch ifMatch) {
        caller.require(BookingPermissions.DRIVE);
        Booking booking = access.drivenBy(caller, BookingPermissions.DRIVE, id, ifMatch);
        int stop = request.stop() == null ? next(booking.road().nextToArrive()) : request.stop();
        return told(caller, booking, booking.arrive(stop, byHand(caller, request.occurredAt(), request.reason())));
    }

    public BookingView depart(Caller caller, UUID id, StopRequest request, IfMatch ifMatch) {
        caller.require(BookingPermissions.DRIVE);
        Booking booking = access.drivenBy(caller, BookingPermissions.DRIVE, id, ifMatch);
        int stop = request.stop() == null ? next(booking.road().nextToDepart()) : request.stop();
        return told(caller, booking, booking.depart(stop, byHand(caller, request.occurredAt(), request.reason())));
    }

    /** Tells a known arrival or departure anew; what was told before stays on record. 409 bookings/too-many-tellings. */
    public BookingView correct(Caller caller, UUID id, CorrectionRequest request, IfMatch ifMatch) {
        caller.require(BookingPermissions.DRIVE);
        request.check();
        Booking booking = access.drivenBy(caller, BookingPermissions.DRIVE, id, ifMatch);
        List<DomainEvent> corrected =
                booking.correct(request.kind(), request.stop(), byHand(caller, request.occurredAt(), request.reason()));
        if (bookings.tellings(id) > MOST_TELLINGS) {
            throw Refusal.conflict("bookings/too-many-tellings", "This has been told anew too often.")
                    .beyond(Limit.TELLINGS);
        }
        return told(caller, booking, corrected);
    }

    /** All that was told of the booking's stops, oldest first. */
    public Page<TellingView> tellings(Caller caller, UUID id, PageRequest page) {
        caller.require(BookingPermissions.VIEW);
        Booking booking = access.ofParty(caller, BookingPermissions.VIEW, id);
        return Page.of(
                bookings.tellings(booking.id(), page.afterId(BEFORE_ALL), page.limit() + 1).stream()
                        .map(Telling::view)
                        .toList(),
                page.limit(),
                TellingView::id);
    }

    /** Hands in the proof; the last delivery of a trip completes it. */
    public BookingView deliver(Caller caller, UUID id, DeliveryRequest request, IfMatch ifMatch) {
        caller.require(BookingPermissions.DRIVE);
        Booking booking = access.drivenBy(caller, BookingPermissions.DRIVE, id, ifMatch);
        Instant now = clock.instant();
        Proof proof = request.proof(now);
        conditions.requireForDelivery(booking, proof);
        DomainEvent delivered = booking.deliver(proof, settings.duration(BookingSettings.RELEASE_AFTER), now);
        if (request.documentId() != null) {
            documents.attach(caller, request.documentId(), id, readersOfProof(booking), "/documentId");
        }
        bookings.flush();
        trips.lock(booking.tripId());
        completion.look(caller, booking);
        BookingView told = told(caller, booking, List.of(delivered));
        suspensions.lessToBring(booking.sellerOrganisationId());
        return told;
    }

    private List<UUID> readersOfProof(Booking booking) {
        return Stream.concat(
                        Stream.of(booking.buyerOrganisationId(), booking.sellerOrganisationId()),
                        brokerage.shipperBehind(booking).stream())
                .toList();
    }

    /** The carrier ends a trip before its last stop; refused while something that it carries is not delivered. 409 trips/undelivered. */
    public TripView endTrip(Caller caller, UUID tripId, IfMatch ifMatch) {
        caller.require(TripPermissions.POST);
        bookings.loadsOn(tripId, caller.organisationId()).forEach(loads::lock);
        trips.lockOwn(caller, tripId, ifMatch);
        if (!completion.nothingAboard(tripId)) {
            throw Refusal.conflict("trips/undelivered", "Something that this trip carries is not delivered yet.");
        }
        return trips.complete(caller, tripId, tripId);
    }

    /**
     * Fences have confirmed these passages, in this order, or late positions have shown that one was at another time. A passage changes nothing if it is known
     * already, or does not fit what is known.
     */
    public void passed(UUID id, List<Passage> passages) {
        Booking booking = access.locked(id);
        List<DomainEvent> told = new ArrayList<>();
        passages.forEach(passage -> told.addAll(byFence(booking, passage)));
        // a correction may have to wait for that of a later passage, which bounds it: so all are tried again from the
        // last one
        for (int i = passages.size() - 1; i >= 0; i--) {
            told.addAll(byFence(booking, passages.get(i)));
        }
        if (!told.isEmpty()) {
            publish(Caller.system(booking.sellerOrganisationId()), booking, told);
        }
    }

    private List<DomainEvent> byFence(Booking booking, Passage passage) {
        RoadFact fact = RoadFact.byFence(passage.at(), clock.instant(), passage.alreadyThere());
        if (booking.mayCorrect(passage.kind(), passage.stop(), fact)) {
            return bookings.tellings(booking.id()) < MOST_TELLINGS
                    ? booking.correct(passage.kind(), passage.stop(), fact)
                    : List.of();
        }
        return switch (passage.kind()) {
            case ARRIVAL ->
                booking.mayArrive(passage.stop(), passage.at()) ? booking.arrive(passage.stop(), fact) : List.of();
            case DEPARTURE ->
                booking.mayDepart(passage.stop(), passage.at()) ? booking.depart(passage.stop(), fact) : List.of();
        };
    }

    private BookingView told(Caller caller, Booking booking, List<DomainEvent> happened) {
        publish(caller, booking, happened);
        return views.of(caller, booking);
    }

    private void publish(Caller caller, Booking booking, List<DomainEvent> happened) {
        events.publish(caller, happened.toArray(DomainEvent[]::new));
        brokerage.follow(booking);
        bookings.changed(booking);
    }

    private RoadFact byHand(Caller caller, Instant occurredAt, String reason) {
        Instant now = clock.instant();
        return RoadFact.byPerson(
                caller.actorId(), occurredAt == null ? now : occurredAt, now, Text.required(reason, 300, "/reason"));
    }

    private static int next(Optional<Integer> stop) {
        return stop.orElseThrow(() -> Refusal.conflict("bookings/no-stop-left", "There is no stop left for that."));
    }
}
