package org.lanerunner.bookings;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.deals.AcceptedOffer;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.loads.StopKind;
import org.lanerunner.loads.StopPrecision;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Reference;
import org.lanerunner.shared.Refusal;
import org.lanerunner.trips.TripAssigned;
import org.lanerunner.trips.TripView;

/**
 * One seller carries one leg for one buyer. The booking is made by an acceptance, with capacity taken and the price in escrow. It is dispatched, moves by
 * itself as fences or people tell of arrivals and departures, is delivered with a proof, and settles when the buyer accepts the proof or the time for that is
 * over. Before it settles, the buyer may contest it: then the money stays until the contest is over, and goes to the seller or as a whole back to the buyer.
 * Until it is loaded either side may cancel it. Agreement and money run on the server's clock. Facts of the road carry their own time, which lies between the
 * booking's {@link Beginning} and now. A broker's booking has no trip: another booking of the same leg, which the broker buys, carries it, and what is told of
 * that one is passed on to the broker's. A booking does not know whether freight, a parcel or a person moves.
 */
@Entity
@Table(schema = "bookings", name = "booking")
class Booking {

    @Id
    private UUID id;

    @Code
    private String reference;

    @Column(name = "load_id")
    private UUID loadId;

    @Code
    @Column(name = "load_reference")
    private String loadReference;

    @Column(name = "leg_id")
    private UUID legId;

    /** Null for a broker's booking, which has no vehicle. */
    @Column(name = "trip_id")
    private UUID tripId;

    /** The broker's booking that is carried by this one, or null. */
    @Column(name = "upstream_booking_id")
    private UUID upstreamBookingId;

    @Column(name = "driver_id")
    private UUID driverId;

    @Column(name = "offer_id")
    private UUID offerId;

    @Column(name = "buyer_organisation_id")
    private UUID buyerOrganisationId;

    @Column(name = "seller_organisation_id")
    private UUID sellerOrganisationId;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    @Embedded
    private AgreedMoney money;

    @Embedded
    private Road road;

    @Embedded
    private Proof proof;

    @Column(name = "release_due_at")
    private Instant releaseDueAt;

    @Column(name = "contested_at")
    private Instant contestedAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "refunded_at")
    private Instant refundedAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Personal
    @Column(name = "cancel_reason")
    private String cancelReason;

    @Version
    private int version;

    Booking() {}

    Booking(UUID id, AcceptedOffer offer, OfferedLeg leg, TripView trip, Instant now) {
        this.id = id;
        this.reference = Reference.next("B");
        this.loadId = leg.loadId();
        this.loadReference = leg.reference();
        this.legId = offer.legId();
        this.tripId = trip == null ? null : trip.id();
        this.driverId =
                trip == null || trip.driver() == null ? null : trip.driver().id();
        this.upstreamBookingId = offer.upstreamBookingId();
        this.offerId = offer.id();
        this.buyerOrganisationId = offer.buyerOrganisationId();
        this.sellerOrganisationId = offer.sellerOrganisationId();
        this.status = BookingStatus.CONFIRMED;
        this.money = AgreedMoney.of(offer.price(), offer.fee().amount(), offer.testMoney());
        this.road = new Road(this, leg.stops(), leg.lateEntry(), now);
    }

    boolean isDrivenBy(UUID driver) {
        return driver.equals(driverId);
    }

    /**
     * From now on this driver sees the booking. If it is on the road, both sides are told that others carry it, from the dispatch at the earliest.
     */
    Optional<DomainEvent> drivenBy(TripAssigned trip) {
        BookingCommand.ASSIGN.mustLeave(status);
        driverId = trip.driverId();
        return status.onTheRoad() ? Optional.of(reassigned(trip)) : Optional.empty();
    }

    private DomainEvent reassigned(TripAssigned trip) {
        Instant dispatched = road.dispatchedAt();
        Instant from = trip.from().isBefore(dispatched) ? dispatched : trip.from();
        return event("booking.reassigned")
                .occurredAt(from)
                .with("driverId", trip.driverId())
                .with("vehicleId", trip.vehicleId())
                .with("from", from)
                .with("before", trip.before());
    }

    /** The booking in the words that features behind its ports know. */
    Agreement agreement() {
        return new Agreement(
                id,
                reference,
                loadId,
                legId,
                tripId,
                buyerOrganisationId,
                sellerOrganisationId,
                money,
                status,
                road.dispatchedAt(),
                road.stops().stream().map(BookingStop::agreed).toList());
    }

    DomainEvent confirmed() {
        return event("booking.confirmed")
                .with("offerId", offerId)
                .with("driverId", driverId)
                .with("upstreamBookingId", upstreamBookingId)
                .with("brokered", tripId == null ? true : null)
                .with(money.facts())
                .with("origin", road.first().region())
                .with("destination", road.last().region())
                .with("stops", road.stops().stream().map(BookingStop::facts).toList())
                .involving(offerId);
    }

    DomainEvent dispatch(Instant at, Instant now) {
        BookingCommand.DISPATCH.mustLeave(status);
        road.dispatch(at, now);
        status = BookingStatus.DISPATCHED;
        return event("booking.dispatched").occurredAt(at).with("driverId", driverId);
    }

    /** The vehicle is at a stop. */
    List<DomainEvent> arrive(int sequence, RoadFact fact) {
        BookingCommand.ARRIVE.mustLeave(status);
        List<Told> told = road.arrive(sequence, fact);
        status = road.stop(sequence).kind() == StopKind.PICKUP ? BookingStatus.AT_PICKUP : BookingStatus.AT_DELIVERY;
        return events(told);
    }

    /** The vehicle has left a stop. A departure from the last stop is only noted: what counts there is the proof. */
    List<DomainEvent> depart(int sequence, RoadFact fact) {
        BookingCommand.DEPART.mustLeave(status);
        List<Told> told = road.depart(sequence, fact);
        if (!road.endsAt(sequence)) {
            status = BookingStatus.IN_TRANSIT;
        }
        return events(told);
    }

    /** What was told of a stop was wrong. The earlier telling stays on record. */
    List<DomainEvent> correct(RoadFactKind kind, int sequence, RoadFact fact) {
        BookingCommand.CORRECT.mustLeave(status);
        return events(road.correct(kind, sequence, fact));
    }

    /** It was dispatched by mistake, a moment ago. */
    DomainEvent undoDispatch(Duration within, Instant now) {
        BookingCommand.UNDO_DISPATCH.mustLeave(status);
        Instant before = road.dispatchedAt();
        road.undoDispatch(within, now);
        status = BookingStatus.CONFIRMED;
        return dispatchWithdrawn(before);
    }

    /** An arrival or departure was told by mistake, a moment ago. */
    List<TakenBack> undo(RoadFactKind kind, int sequence, UUID personId, Duration within, Instant now) {
        BookingCommand.UNDO.mustLeave(status);
        List<TakenBack> taken = road.undo(kind, sequence, personId, within, now);
        status = road.underWay();
        return taken;
    }

    List<DomainEvent> eventsOf(List<TakenBack> taken) {
        return taken.stream()
                .map(each -> event(each.eventType())
                        .with(road.stop(each.stop()).facts())
                        .with(each.facts()))
                .toList();
    }

    /** Passes on that the dispatch of the carrying booking was taken back. Does nothing where another dispatch is in force here, or more is known. */
    List<DomainEvent> undoDispatchAsToldOf(Instant carriers, Instant now) {
        BookingCommand.PASS_ON.mustLeave(status);
        if (status != BookingStatus.DISPATCHED || !road.followsUndoneDispatch(carriers, now)) {
            return List.of();
        }
        status = BookingStatus.CONFIRMED;
        return List.of(dispatchWithdrawn(carriers));
    }

    /** Passes on what was taken back of the carrying booking. */
    List<DomainEvent> undoAsToldOf(List<TakenBack> carriers, Instant now) {
        BookingCommand.PASS_ON.mustLeave(status);
        List<TakenBack> taken = road.undoAsToldOf(carriers, now);
        if (!taken.isEmpty()) {
            status = road.underWay();
        }
        return eventsOf(taken);
    }

    private DomainEvent dispatchWithdrawn(Instant before) {
        return event("booking.dispatch-withdrawn").with("driverId", driverId).with("before", before);
    }

    /** The latest fact that a person told once: it may be taken back while it is fresh. */
    Optional<Fresh> latestToldOnce() {
        return status.onTheRoad() ? road.latestToldOnce() : Optional.empty();
    }

    /** Somebody says where a stop really is. */
    DomainEvent pinpoint(int sequence, Site point, FenceSettings fence, Instant now) {
        BookingCommand.PINPOINT.mustLeave(status);
        StopPrecision before = road.stop(sequence).precision();
        BookingStop stop = road.pinpoint(sequence, point, fence, now);
        return event("booking.stop-pinpointed")
                .with(stop.facts())
                .with("before", before)
                .with("radiusMeters", Math.round(fence.radiusMeters()));
    }

    DomainEvent deliver(Proof delivered, Duration releaseAfter, Instant now) {
        BookingCommand.DELIVER.mustLeave(status);
        road.deliver(delivered.occurredAt(), now);
        proof = delivered;
        status = BookingStatus.DELIVERED;
        releaseDueAt = now.plus(releaseAfter);
        return event("booking.delivered")
                .occurredAt(delivered.occurredAt())
                .with("documentId", delivered.documentId())
                .with("releaseDueAt", releaseDueAt);
    }

    /**
     * Passes on what is told of the carrying booking: whatever is news here, as it is in force there. What an earlier carrier told, who stepped back before
     * loading, stays until it is told anew. Once the money has moved, nothing that is known changes any more.
     */
    List<DomainEvent> passOn(Booking carriers, Duration releaseAfter, Instant now) {
        BookingCommand.PASS_ON.mustLeave(status);
        List<DomainEvent> told = new ArrayList<>();
        if (!delivered() && road.takesOverDispatchOf(carriers.road)) {
            told.add(dispatchAsToldOf(carriers.road));
        }
        told.addAll(events(road.passOn(carriers.road, status.paidOut())));
        if (!delivered()) {
            if (carriers.status != BookingStatus.DISPATCHED) {
                status = carriers.delivered() ? BookingStatus.AT_DELIVERY : carriers.status;
            }
            if (carriers.delivered()) {
                told.add(deliver(carriers.proof, releaseAfter, now));
            }
        }
        return told;
    }

    /** The first vehicle sets out, or a second one takes the place of a vehicle whose carrier stepped back. */
    private DomainEvent dispatchAsToldOf(Road carriers) {
        if (status == BookingStatus.CONFIRMED) {
            return dispatch(carriers.dispatchedAt(), carriers.dispatchedReceivedAt());
        }
        road.dispatch(carriers.dispatchedAt(), carriers.dispatchedReceivedAt());
        return event("booking.dispatched").occurredAt(carriers.dispatchedAt());
    }

    DomainEvent acceptProof() {
        BookingCommand.ACCEPT_PROOF.mustLeave(status);
        return event("booking.proof-accepted");
    }

    /** The seller is suspended: the release is due from now on, and comes once the seller is reopened. */
    DomainEvent acceptProofToWait(Instant now) {
        if (releaseDue(now)) {
            throw Refusal.conflict(
                    "bookings/release-waits", "The seller is suspended: the money is released once it is reopened.");
        }
        DomainEvent accepted = acceptProof();
        releaseDueAt = now;
        return accepted;
    }

    /** The buyer is not content: no time releases the money any more. */
    DomainEvent contest(Instant now) {
        BookingCommand.CONTEST.mustLeave(status);
        if (releaseDue(now)) {
            throw Refusal.conflict(
                    "bookings/contest-over",
                    "The time to contest this delivery is over: its money goes to the seller.");
        }
        status = BookingStatus.CONTESTED;
        contestedAt = now;
        return event("booking.contested").with(money.facts());
    }

    /** The contest ended for the seller, but the seller is suspended: the release is due from now on, and comes once the seller is reopened. */
    void awaitRelease(Instant now) {
        BookingCommand.AWAIT_RELEASE.mustLeave(status);
        status = BookingStatus.DELIVERED;
        releaseDueAt = now;
    }

    DomainEvent refund(Instant now) {
        BookingCommand.REFUND.mustLeave(status);
        status = BookingStatus.REFUNDED;
        refundedAt = now;
        return event("booking.refunded").with("price", money.price());
    }

    DomainEvent settle(Instant now) {
        BookingCommand.SETTLE.mustLeave(status);
        status = BookingStatus.SETTLED;
        settledAt = now;
        return event("booking.settled").with(money.facts());
    }

    DomainEvent cancel(String reason, Instant now) {
        BookingCommand.CANCEL.mustLeave(status);
        if (!beforeLoading()) {
            throw Refusal.conflict("bookings/loaded", "Something is loaded already.");
        }
        DomainEvent cancelled = event("booking.cancelled").with("from", status).with(money.facts());
        status = BookingStatus.CANCELLED;
        cancelledAt = now;
        cancelReason = reason;
        return cancelled;
    }

    /** True if nothing is on the vehicle yet, so either side may still step back. At a second pickup something is on it. */
    boolean beforeLoading() {
        return BookingCommand.CANCEL.leaves(status) && !road.first().departed();
    }

    /** True if the time in which the buyer could look at the proof is over. */
    boolean releaseDue(Instant now) {
        return status == BookingStatus.DELIVERED && !now.isBefore(releaseDueAt);
    }

    private List<DomainEvent> events(List<Told> told) {
        return told.stream().map(this::event).toList();
    }

    private DomainEvent event(Told told) {
        return event(told.eventType())
                .occurredAt(told.fact().at())
                .with(road.stop(told.stop()).facts())
                .with(told.facts());
    }

    private DomainEvent event(String type) {
        return DomainEvent.of(type, id)
                .with("bookingId", id)
                .with("loadId", loadId)
                .with("tripId", tripId)
                .with("legId", legId)
                .with("buyerOrganisationId", buyerOrganisationId)
                .with("sellerOrganisationId", sellerOrganisationId)
                .with("test", money.test())
                .involving(loadId, tripId)
                .readableBy(buyerOrganisationId, sellerOrganisationId);
    }

    int version() {
        return version;
    }

    UUID id() {
        return id;
    }

    String reference() {
        return reference;
    }

    UUID loadId() {
        return loadId;
    }

    String loadReference() {
        return loadReference;
    }

    UUID legId() {
        return legId;
    }

    UUID offerId() {
        return offerId;
    }

    UUID tripId() {
        return tripId;
    }

    UUID driverId() {
        return driverId;
    }

    /** True if the seller carries it with a vehicle of its own, so no other booking carries it. */
    boolean hasTrip() {
        return tripId != null;
    }

    UUID upstreamBookingId() {
        return upstreamBookingId;
    }

    UUID buyerOrganisationId() {
        return buyerOrganisationId;
    }

    UUID sellerOrganisationId() {
        return sellerOrganisationId;
    }

    BookingStatus status() {
        return status;
    }

    AgreedMoney money() {
        return money;
    }

    Road road() {
        return road;
    }

    Proof proof() {
        return proof;
    }

    Instant releaseDueAt() {
        return releaseDueAt;
    }

    Instant contestedAt() {
        return contestedAt;
    }

    Instant refundedAt() {
        return refundedAt;
    }

    Instant settledAt() {
        return settledAt;
    }

    Instant cancelledAt() {
        return cancelledAt;
    }

    String cancelReason() {
        return cancelReason;
    }

    boolean delivered() {
        return status.delivered();
    }

    boolean mayArrive(int sequence, Instant at) {
        return BookingCommand.ARRIVE.leaves(status) && road.mayArrive(sequence, at);
    }

    boolean mayPinpoint(BookingStop stop) {
        return BookingCommand.PINPOINT.leaves(status) && !stop.departed();
    }

    boolean mayDepart(int sequence, Instant at) {
        return BookingCommand.DEPART.leaves(status) && road.mayDepart(sequence, at);
    }

    boolean mayCorrect(RoadFactKind kind, int sequence, RoadFact fact) {
        return BookingCommand.CORRECT.leaves(status) && road.mayCorrect(kind, sequence, fact);
    }

    UUID counterpartOf(UUID party) {
        return party.equals(buyerOrganisationId) ? sellerOrganisationId : buyerOrganisationId;
    }

    boolean knows(UUID reader, UUID whose) {
        return status.shows(whose, reader);
    }
}
