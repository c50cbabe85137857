package org.lanerunner.bookings;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
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
import org.lanerunner.events.EventData;
import org.lanerunner.loads.OfferedLoad;
import org.lanerunner.loads.PlannedStop;
import org.lanerunner.loads.StopKind;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Reference;
import org.lanerunner.shared.Refusal;
import org.lanerunner.trips.TripView;

/**
 * One seller carries one leg for one buyer. Made by an acceptance (with capacity taken and the price in escrow), it is dispatched, moves by itself as fences
 * or people tell of arrivals and departures, is delivered with a proof, and settles when the buyer accepts the proof or the time for that is over. Until it
 * is loaded either side may cancel it. Agreement and money run on the server's clock; facts of the road carry their own time, which lies between the booking's
 * beginning (of a load entered late, its first window's) and now. It does not know whether freight, a parcel or a person moves.
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

    @Column(name = "trip_id")
    private UUID tripId;

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

    @Column(name = "price_minor")
    private long priceMinor;

    @Column(name = "fee_minor")
    private long feeMinor;

    @Code
    private String currency;

    @Column(name = "test_money")
    private boolean testMoney;

    @Embedded
    private Proof proof;

    @Column(name = "late_entry")
    private boolean lateEntry;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "dispatched_at")
    private Instant dispatchedAt;

    @Column(name = "dispatched_received_at")
    private Instant dispatchedReceivedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "release_due_at")
    private Instant releaseDueAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Personal
    @Column(name = "cancel_reason")
    private String cancelReason;

    @OneToMany(mappedBy = "booking", cascade = CascadeType.ALL)
    @OrderBy("sequence")
    private List<BookingStop> stops = new ArrayList<>();

    /** All that was told of arrivals and departures; what is in force stands on the stops. */
    @OneToMany(mappedBy = "booking", cascade = CascadeType.ALL)
    private List<Telling> tellings = new ArrayList<>();

    @Version
    private int version;

    Booking() {}

    Booking(UUID id, AcceptedOffer offer, OfferedLoad load, TripView trip, Instant now) {
        this.id = id;
        this.reference = Reference.next("B");
        this.loadId = load.id();
        this.loadReference = load.reference();
        this.legId = offer.legId();
        this.tripId = trip.id();
        this.driverId = trip.driver() == null ? null : trip.driver().id();
        this.offerId = offer.id();
        this.buyerOrganisationId = offer.buyerOrganisationId();
        this.sellerOrganisationId = offer.sellerOrganisationId();
        this.status = BookingStatus.CONFIRMED;
        this.priceMinor = offer.price().minorUnits();
        this.feeMinor = offer.fee().amount().minorUnits();
        this.currency = offer.price().currency();
        this.testMoney = offer.testMoney();
        this.lateEntry = load.lateEntry();
        this.createdAt = now;
        for (PlannedStop stop : load.stops()) {
            stops.add(new BookingStop(this, stops.size(), stop));
        }
    }

    /** From now on this driver sees it. */
    void drivenBy(UUID driverId) {
        BookingCommand.ASSIGN.mustLeave(status);
        this.driverId = driverId;
    }

    DomainEvent confirmed() {
        return event("booking.confirmed")
                .with("offerId", offerId)
                .with("driverId", driverId)
                .with(money())
                .with("origin", stops.get(0).region())
                .with("destination", stops.get(stops.size() - 1).region())
                .with("stops", stops.stream().map(BookingStop::facts).toList())
                .involving(offerId);
    }

    DomainEvent dispatch(Instant at, Instant now) {
        BookingCommand.DISPATCH.mustLeave(status);
        happened(at, now);
        status = BookingStatus.DISPATCHED;
        dispatchedAt = at;
        dispatchedReceivedAt = now;
        return event("booking.dispatched").occurredAt(at).with("driverId", driverId);
    }

    /** The vehicle is at a stop. */
    List<DomainEvent> arrive(int sequence, RoadFact fact) {
        BookingCommand.ARRIVE.mustLeave(status);
        happened(fact.at(), fact.receivedAt());
        List<Road.Told> told = road().arrive(sequence, fact);
        status = stop(sequence).kind() == StopKind.PICKUP ? BookingStatus.AT_PICKUP : BookingStatus.AT_DELIVERY;
        return tell(told);
    }

    /** The vehicle has left a stop. Leaving the last one is only noted: what counts there is the proof. */
    List<DomainEvent> depart(int sequence, RoadFact fact) {
        BookingCommand.DEPART.mustLeave(status);
        happened(fact.at(), fact.receivedAt());
        List<Road.Told> told = road().depart(sequence, fact);
        if (sequence < stops.size() - 1) {
            status = BookingStatus.IN_TRANSIT;
        }
        return tell(told);
    }

    /** What was told of a stop was wrong; what was told before stays known. */
    List<DomainEvent> correct(RoadFactKind kind, int sequence, RoadFact fact) {
        BookingCommand.CORRECT.mustLeave(status);
        happened(fact.at(), fact.receivedAt());
        return tell(road().correct(kind, sequence, fact));
    }

    private List<DomainEvent> tell(List<Road.Told> told) {
        told.forEach(fact -> tellings.add(new Telling(this, fact.stop(), fact.kind(), fact.fact())));
        return told.stream().map(this::roadEvent).toList();
    }

    DomainEvent deliver(Proof delivered, Duration releaseAfter, Instant now) {
        BookingCommand.DELIVER.mustLeave(status);
        BookingStop last = stop(stops.size() - 1);
        if (!last.arrived()) {
            throw Refusal.conflict("bookings/not-arrived", "The vehicle has not arrived at the last stop.");
        }
        happened(delivered.occurredAt(), now);
        Road.notBefore(last.arrivedAt(), delivered.occurredAt());
        proof = delivered;
        status = BookingStatus.DELIVERED;
        deliveredAt = delivered.occurredAt();
        releaseDueAt = now.plus(releaseAfter);
        return event("booking.delivered")
                .occurredAt(deliveredAt)
                .with("documentId", delivered.documentId())
                .with("releaseDueAt", releaseDueAt);
    }

    DomainEvent acceptProof() {
        BookingCommand.ACCEPT_PROOF.mustLeave(status);
        return event("booking.proof-accepted");
    }

    DomainEvent settle(Instant now) {
        BookingCommand.SETTLE.mustLeave(status);
        status = BookingStatus.SETTLED;
        settledAt = now;
        return event("booking.settled").with(money());
    }

    DomainEvent cancel(String reason, Instant now) {
        BookingCommand.CANCEL.mustLeave(status);
        if (!beforeLoading()) {
            throw Refusal.conflict("bookings/loaded", "Something is loaded already.");
        }
        DomainEvent cancelled = event("booking.cancelled").with("from", status).with(money());
        status = BookingStatus.CANCELLED;
        cancelledAt = now;
        cancelReason = reason;
        return cancelled;
    }

    /** Nothing is on the vehicle yet, so either side may still step back; at a second pickup something is. */
    boolean beforeLoading() {
        return BookingCommand.CANCEL.leaves(status) && !stops.get(0).departed();
    }

    /** The time is over in which the buyer could look at the proof. */
    boolean releaseDue(Instant now) {
        return status == BookingStatus.DELIVERED && !now.isBefore(releaseDueAt);
    }

    private void happened(Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw Refusal.invalid("/occurredAt", "This is later than now.");
        }
        if (at.isBefore(beganAt())) {
            throw Refusal.invalid("/occurredAt", "This is before " + beganAt() + ", when the agreement began.");
        }
    }

    /** Nothing that belongs to it happened before: its making, or of a load entered late the opening of the first window. */
    private Instant beganAt() {
        Instant opened = stops.get(0).windowStart();
        return lateEntry && opened.isBefore(createdAt) ? opened : createdAt;
    }

    BookingStop stop(int sequence) {
        return road().stop(sequence);
    }

    private Road road() {
        return new Road(stops, underWayFrom(), deliveredAt);
    }

    private DomainEvent roadEvent(Road.Told told) {
        boolean arrival = told.kind() == RoadFactKind.ARRIVAL;
        String what = arrival ? "arrival" : "departure";
        DomainEvent event = event(
                        told.corrects()
                                ? "booking." + what + "-corrected"
                                : arrival ? "booking.arrived" : "booking.departed")
                .occurredAt(told.fact().at())
                .with(stop(told.stop()).facts())
                .with("source", told.fact().source())
                .with("receivedAt", told.fact().receivedAt())
                .with("before", told.before());
        return arrival ? event.with("alreadyThere", told.fact().alreadyThere()) : event;
    }

    private EventData money() {
        return EventData.none().with("price", price()).with("fee", fee()).with("sellerReceives", price().minus(fee()));
    }

    private DomainEvent event(String type) {
        return DomainEvent.of(type, id)
                .with("bookingId", id)
                .with("loadId", loadId)
                .with("tripId", tripId)
                .with("legId", legId)
                .with("buyerOrganisationId", buyerOrganisationId)
                .with("sellerOrganisationId", sellerOrganisationId)
                .with("test", testMoney)
                .involving(loadId, tripId)
                .readableBy(buyerOrganisationId, sellerOrganisationId);
    }

    int version() {
        return version;
    }

    UUID id() {
        return id;
    }

    UUID loadId() {
        return loadId;
    }

    UUID tripId() {
        return tripId;
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

    Money price() {
        return new Money(priceMinor, currency);
    }

    Money fee() {
        return new Money(feeMinor, currency);
    }

    boolean testMoney() {
        return testMoney;
    }

    boolean delivered() {
        return status == BookingStatus.DELIVERED || status == BookingStatus.SETTLED;
    }

    boolean mayArrive(int sequence, Instant at) {
        return BookingCommand.ARRIVE.leaves(status) && road().mayArrive(sequence, at);
    }

    boolean mayDepart(int sequence, Instant at) {
        return BookingCommand.DEPART.leaves(status) && road().mayDepart(sequence, at);
    }

    boolean mayCorrect(RoadFactKind kind, int sequence, RoadFact fact) {
        return BookingCommand.CORRECT.leaves(status) && road().mayCorrect(kind, sequence, fact);
    }

    Optional<Integer> nextToArrive() {
        return road().nextToArrive();
    }

    Optional<Integer> nextToDepart() {
        return road().nextToDepart();
    }

    /** As one of its parties may follow it. */
    TrackedBooking tracked(UUID reader) {
        return new TrackedBooking(
                id,
                tripId,
                buyerOrganisationId,
                sellerOrganisationId,
                underWayFrom(),
                knows(reader, sellerOrganisationId) ? underWayFrom() : null,
                cancelledAt == null ? deliveredAt : cancelledAt,
                stops.stream().map(BookingStop::tracked).toList());
    }

    /**
     * From when what the vehicle does belongs to it, whatever time the dispatch states: where it was before there was an agreement is nobody else's business, and
     * tells nothing of its stops. A late entry is all before.
     */
    private Instant underWayFrom() {
        boolean before = dispatchedAt != null && dispatchedAt.isBefore(beganAt());
        return before ? beganAt() : dispatchedAt;
    }

    /** What one side brings into a booking the other knows while it stands; once it is cancelled, no more of it than the market does. */
    boolean knows(UUID reader, UUID whose) {
        return status != BookingStatus.CANCELLED || whose.equals(reader);
    }

    BookingView view(BookingContext context) {
        UUID reader = context.caller().organisationId();
        boolean whereExactly = knows(reader, buyerOrganisationId);
        boolean who = knows(reader, sellerOrganisationId);
        return new BookingView(
                id,
                reference,
                loadId,
                loadReference,
                legId,
                offerId,
                tripId,
                context.trip(tripId).reference(),
                context.party(buyerOrganisationId),
                context.party(sellerOrganisationId),
                status,
                price(),
                fee(),
                price().minus(fee()),
                testMoney,
                stops.stream().map(stop -> stop.view(whereExactly)).toList(),
                who ? context.trip(tripId).driver() : null,
                who ? context.trip(tripId).vehicle() : null,
                proof,
                releaseDueAt,
                createdAt,
                dispatchedAt,
                dispatchedReceivedAt,
                deliveredAt,
                settledAt,
                cancelledAt,
                cancelReason,
                context.actions(this),
                version);
    }
}
