package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanerunner.deals.Deals;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.EventAudiences;
import org.lanerunner.events.EventLog;
import org.lanerunner.events.EventView;
import org.lanerunner.events.Events;
import org.lanerunner.identity.Organisations;
import org.lanerunner.identity.Suspensions;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.Payout;
import org.lanerunner.loads.LoadWithdrawn;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;
import org.lanerunner.trips.DrivenBy;
import org.lanerunner.trips.TripAssigned;
import org.lanerunner.trips.TripAssigning;
import org.lanerunner.trips.Trips;

/**
 * The agreement: what the parties do with a booking, when its money moves, and what features that come later may know of it. {@link RoadFacts} has what happens
 * on the road.
 */
@Stateless
public class Bookings {

    private static final String BROKER_STEPS_BACK = "What the broker had sold is called off.";

    @Inject
    private BookingRepository bookings;

    @Inject
    private TrackedBookings tracked;

    @Inject
    private BookingAccess access;

    @Inject
    private BookingViews views;

    @Inject
    private TripCompletion completion;

    @Inject
    private Organisations organisations;

    @Inject
    private Suspensions suspensions;

    @Inject
    private Loads loads;

    @Inject
    private Brokerage brokerage;

    @Inject
    private Deals deals;

    @Inject
    private Trips trips;

    @Inject
    private Settlement settlement;

    @Inject
    private CancellationTerms terms;

    @Inject
    private Release release;

    @Inject
    private KeptRecords records;

    @Inject
    private Ledger ledger;

    @Inject
    private Events events;

    @Inject
    private EventLog eventLog;

    @Inject
    private EventAudiences audiences;

    @Inject
    private Clock clock;

    /** The buyer accepts the delivery: the escrow is released at once, or once the seller is reopened if it is suspended. */
    public BookingView acceptProof(Caller caller, UUID id, IfMatch ifMatch) {
        caller.require(BookingPermissions.ACCEPT_PROOF);
        Booking booking = access.locked(caller, BookingPermissions.ACCEPT_PROOF, id);
        if (!booking.buyerOrganisationId().equals(caller.organisationId())) {
            throw Refusal.forbidden("Only the buyer accepts the proof.");
        }
        ifMatch.require(booking.version());
        if (organisations.isSuspended(booking.sellerOrganisationId())) {
            events.publish(caller, booking.acceptProofToWait(clock.instant()));
        } else {
            events.publish(caller, booking.acceptProof());
            settlement.settle(caller, booking);
        }
        return views.of(caller, booking);
    }

    /**
     * Either side steps back before loading: the money goes as the terms say, the capacity is free, the leg is open again. A broker's cancellation takes the
     * carrier's booking with it. When the carrier's booking alone falls through, the broker's stands and can be given to another carrier.
     */
    public BookingView cancel(Caller caller, UUID id, String reason, IfMatch ifMatch) {
        caller.require(BookingPermissions.CANCEL);
        Booking booking = access.locked(caller, BookingPermissions.CANCEL, id);
        ifMatch.require(booking.version());
        String why = Text.required(reason, 300, "/reason");
        if (booking.upstreamBookingId() == null) {
            undoWhole(caller, List.of(booking), why);
            loads.reopen(caller, booking.loadId(), booking.legId(), id);
        } else {
            undo(caller, booking, caller.organisationId(), why);
            countAsCancelled(caller, List.of(booking));
            loads.haulNoMore(booking.loadId(), booking.legId());
        }
        return views.of(caller, booking);
    }

    /** The owner cancels a load: its bookings are cancelled too. If loading has begun, the owner is told so and nothing is cancelled. */
    public void cancelWith(@Observes LoadWithdrawn load) {
        List<Booking> booked = load.legs().stream()
                .map(LoadWithdrawn.Part::bookingId)
                .filter(Objects::nonNull)
                .sorted()
                .map(id -> bookings.forUpdate(id).orElseThrow())
                .toList();
        undoWhole(load.caller(), booked, load.reason());
    }

    /** Locks the loads first, since loads are locked before trips. */
    public void lockLoads(@Observes TripAssigning trip) {
        bookings.loadsOn(trip.tripId(), trip.organisationId()).forEach(loads::lock);
    }

    /** From now on the new driver of the trip has what is not delivered yet. What is delivered stays with the driver who brought it. */
    public void follow(@Observes TripAssigned trip) {
        bookings.ofTrip(trip.tripId()).stream()
                .filter(booking -> BookingCommand.ASSIGN.leaves(booking.status()))
                .forEach(booking -> {
                    Optional<DomainEvent> changed = booking.drivenBy(trip);
                    bookings.changed(booking);
                    changed.ifPresent(event -> events.publish(trip.caller(), event));
                });
    }

    public BookingView view(Caller caller, UUID id) {
        caller.require(BookingPermissions.VIEW);
        return views.of(caller, access.ofParty(caller, BookingPermissions.VIEW, id));
    }

    public Page<BookingView> search(Caller caller, BookingStatus status, UUID tripId, PageRequest page) {
        caller.require(BookingPermissions.VIEW);
        return views.page(
                caller,
                bookings.search(caller, trips.driverFilter(caller, BookingPermissions.VIEW), status, tripId, page),
                page);
    }

    /** The events of the booking, its offer and its load, oldest first, as far as the caller's organisation may read them. */
    public Page<EventView> timeline(Caller caller, UUID id, PageRequest page) {
        caller.require(BookingPermissions.VIEW);
        Booking booking = access.ofParty(caller, BookingPermissions.VIEW, id);
        Page<EventView> whole =
                eventLog.timelineOf(caller, List.of(booking.id(), booking.offerId()), booking.loadId(), page);
        return caller.reachesAll(BookingPermissions.VIEW)
                ? whole
                : whole.map(event -> event.without(audiences.withheldFromDrivers(event.type())));
    }

    /** For other features: the present driver of the booking; empty where that driver has no account. */
    public Optional<DrivenBy> drivenBy(UUID id) {
        return bookings.driverOf(id)
                .flatMap(driver -> trips.accountOf(driver.get(0, UUID.class), driver.get(1, UUID.class)));
    }

    /** For other features: a booking that the caller may see, as far as this permission reaches, with what tracking needs of it. */
    public TrackedBooking tracked(Caller caller, String permission, UUID id) {
        return tracked.ofParty(caller, trips.driverFilter(caller, permission), id)
                .orElseThrow(() -> access.notSeen(caller, permission, id));
    }

    /** For other features: the bookings on the road that the caller may see, as far as both permissions reach, the newest first; one more than the limit. */
    public List<BookingOnTheRoad> onTheRoad(Caller caller, String permission, String other, UUID after, int limit) {
        UUID driven = trips.driverFilter(caller, caller.reachesAll(permission) ? other : permission);
        return tracked.onTheRoad(caller, driven, after, limit);
    }

    /** The organisations whose documents about a booking the caller may see: both parties or, after a cancellation, the own organisation alone. */
    public Set<UUID> parties(Caller caller, String permission, UUID id) {
        return known(caller, access.ofParty(caller, permission, id));
    }

    /** The same organisations; and where the booking carries for a broker, its parties also for the organisation that bought from that broker. */
    public Set<UUID> sourcesOfProof(Caller caller, String permission, UUID id) {
        return known(
                caller,
                bookings.ofParty(caller, trips.driverFilter(caller, permission), id)
                        .or(() -> caller.reachesAll(permission) ? bookings.carryingFor(caller, id) : Optional.empty())
                        .orElseThrow(() -> Refusal.notFound("bookings")));
    }

    private static Set<UUID> known(Caller caller, Booking booking) {
        return Stream.of(booking.buyerOrganisationId(), booking.sellerOrganisationId())
                .filter(party -> booking.knows(caller.organisationId(), party))
                .collect(Collectors.toSet());
    }

    /** The dispatched bookings of a trip, for fences and the live map. */
    public List<TrackedBooking> trackedBy(UUID tripId) {
        return tracked.dispatchedOn(tripId);
    }

    /** Brokers' bookings that are carried on a trip, for the live map. */
    public List<TrackedBooking> brokeredOn(UUID tripId) {
        return tracked.brokeredOn(tripId);
    }

    /** Delivered bookings whose time for the buyer's word is over, and whose seller is not suspended. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public List<DueItem> releaseDue(DueItem after, int limit) {
        return bookings.releaseDue(clock.instant(), after, limit);
    }

    /** Releases the escrow of a booking if it is due. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public void release(UUID id) {
        Booking booking = access.locked(id);
        if (booking.releaseDue(clock.instant()) && !organisations.isSuspended(booking.sellerOrganisationId())) {
            settlement.settle(Caller.system(booking.buyerOrganisationId()), booking);
        }
    }

    /**
     * Undoes each booking together with the one that carries it for a broker. All trips are locked first, then all wallets, each in one order, so that no two
     * cancellations wait for each other.
     */
    private void undoWhole(Caller caller, List<Booking> booked, String reason) {
        List<Booking> all = booked.stream()
                .flatMap(booking -> Stream.concat(Stream.of(booking), brokerage.carrierOf(booking).stream()))
                .toList();
        all.stream()
                .map(Booking::tripId)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .forEach(trips::lock);
        ledger.lockBalances(all.stream()
                .flatMap(booking -> Stream.of(booking.buyerOrganisationId(), booking.sellerOrganisationId()))
                .collect(Collectors.toSet()));
        booked.forEach(booking -> undoWhole(caller, booking, reason));
        countAsCancelled(caller, booked);
    }

    /** Bookings with a suspended organisation are not counted: to step back from it is no fault. */
    private void countAsCancelled(Caller caller, List<Booking> booked) {
        Map<UUID, Long> byOther = booked.stream()
                .collect(Collectors.groupingBy(
                        booking -> booking.counterpartOf(caller.organisationId()), Collectors.counting()));
        records.cancelled(
                caller.organisationId(),
                byOther.entrySet().stream()
                        .filter(other -> !organisations.isSuspended(other.getKey()))
                        .mapToInt(other -> other.getValue().intValue())
                        .sum());
    }

    /** The carrier is told that the broker steps back, whatever the others said and whoever they are. */
    private void undoWhole(Caller caller, Booking booking, String reason) {
        Optional<Booking> carriers = brokerage.carrierOf(booking);
        undo(caller, booking, caller.organisationId(), reason);
        carriers.ifPresent(carrying -> undo(
                Caller.system(carrying.buyerOrganisationId()),
                carrying,
                carrying.buyerOrganisationId(),
                BROKER_STEPS_BACK));
        if (!booking.hasTrip()) {
            deals.closeOffersOn(caller, booking.legId());
        }
    }

    private void undo(Caller caller, Booking booking, UUID steppingBack, String reason) {
        Instant now = clock.instant();
        Agreement agreement = booking.agreement();
        Payout payout = terms.payout(agreement, steppingBack, now);
        DomainEvent cancelled =
                booking.cancel(reason, now).with("refunded", payout.toBuyer()).with("compensation", payout.toSeller());
        bookings.flush();
        if (booking.hasTrip()) {
            trips.lock(booking.tripId());
            trips.release(
                    caller,
                    booking.tripId(),
                    booking.id(),
                    bookings.firstDispatchOn(booking.tripId()).isEmpty());
            completion.look(caller, booking);
        }
        release.release(caller, agreement, payout);
        events.publish(caller, cancelled);
        suspensions.lessToBring(booking.sellerOrganisationId());
    }
}
