package org.lanerunner.deals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.identity.Trader;
import org.lanerunner.loads.LegSummary;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;
import org.lanerunner.trips.TripPermissions;
import org.lanerunner.trips.TripSummary;

/**
 * A price for carrying one leg, which one side names to the other. It is open until the other side accepts, declines or counters it, its maker withdraws it,
 * its time is over, or another offer on the leg wins. Price and fee never change: a counter-offer is a new offer the other way round, and the same offer made
 * again takes the place of the first. An offer does not know whether freight, a parcel or a ride is carried.
 */
@Entity
@Table(schema = "deals", name = "offer")
class Offer {

    /** The reasons for which an offer that nobody answered is not open any more. */
    enum Closing {
        OTHER_ACCEPTED,
        LEG_WITHDRAWN,
        ORGANISATION_SUSPENDED
    }

    @Id
    private UUID id;

    @Column(name = "load_id")
    private UUID loadId;

    @Code
    @Column(name = "load_reference")
    private String loadReference;

    @Column(name = "leg_id")
    private UUID legId;

    @Column(name = "trip_id")
    private UUID tripId;

    /** True if the seller would have another organisation carry it. */
    private boolean brokered;

    /** The buyer's own booking that the trip would carry; null where the buyer is the load's owner. */
    @Column(name = "booking_id")
    private UUID bookingId;

    @Column(name = "buyer_organisation_id")
    private UUID buyerOrganisationId;

    @Column(name = "seller_organisation_id")
    private UUID sellerOrganisationId;

    @Column(name = "made_by_organisation_id")
    private UUID madeByOrganisationId;

    @Column(name = "counters_offer_id")
    private UUID counters;

    @Column(name = "price_minor")
    private long priceMinor;

    @Code
    private String currency;

    @Column(name = "fee_basis_points")
    private int feeBasisPoints;

    @Column(name = "test_money")
    private boolean testMoney;

    @Enumerated(EnumType.STRING)
    private OfferStatus status;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    /** The time when it was answered or taken back, and by whom. Null if it ended without anybody's answer. */
    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by_organisation_id")
    private UUID endedByOrganisationId;

    @Column(name = "ended_by_person_id")
    private UUID endedByPersonId;

    /**
     * The time when its acceptance last failed because the buyer's wallet did not cover it. This is not part of the agreement, so it is written beside the
     * entity and makes no new version.
     */
    @Column(name = "unfunded_at", insertable = false, updatable = false)
    private Instant unfundedAt;

    @Version
    private int version;

    Offer() {}

    Offer(
            OfferedLeg leg,
            UUID tripId,
            UUID sellerOrganisationId,
            UUID madeByOrganisationId,
            Money price,
            int feeBasisPoints,
            Instant expiresAt,
            Instant now) {
        this.id = Uuid7.next();
        this.loadId = leg.loadId();
        this.loadReference = leg.reference();
        this.legId = leg.id();
        this.tripId = tripId;
        this.buyerOrganisationId = leg.organisationId();
        this.sellerOrganisationId = sellerOrganisationId;
        this.madeByOrganisationId = madeByOrganisationId;
        this.priceMinor = price.minorUnits();
        this.currency = price.currency();
        this.feeBasisPoints = feeBasisPoints;
        this.testMoney = leg.testMoney();
        this.status = OfferStatus.OPEN;
        this.expiresAt = expiresAt;
        this.createdAt = now;
    }

    Offer(OfferAsked asked, int feeBasisPoints, Instant expiresAt) {
        this(
                asked.leg(),
                asked.request().tripId(),
                asked.seller(),
                asked.maker(),
                asked.price(),
                feeBasisPoints,
                expiresAt,
                asked.now());
        this.buyerOrganisationId = asked.buyer();
        this.bookingId = asked.request().bookingId();
        this.brokered = asked.brokered();
    }

    DomainEvent made() {
        return event("offer.made")
                .with("madeBy", madeByOrganisationId)
                .with("feeBasisPoints", feeBasisPoints)
                .with("counterOf", counters)
                .with("expiresAt", expiresAt);
    }

    /** The same deal at another price, from the other side. */
    Offer counter(Caller caller, Money price, Instant expiresAt, Instant now) {
        OfferCommand.COUNTER.mustLeave(status);
        mustBeAnswerable(caller, now);
        status = OfferStatus.COUNTERED;
        endedBy(caller, now);
        Offer counter = new Offer();
        counter.id = Uuid7.next();
        counter.loadId = loadId;
        counter.loadReference = loadReference;
        counter.legId = legId;
        counter.tripId = tripId;
        counter.brokered = brokered;
        counter.bookingId = bookingId;
        counter.buyerOrganisationId = buyerOrganisationId;
        counter.sellerOrganisationId = sellerOrganisationId;
        counter.madeByOrganisationId = caller.organisationId();
        counter.counters = id;
        counter.priceMinor = price.minorUnits();
        counter.currency = price.currency();
        counter.feeBasisPoints = feeBasisPoints;
        counter.testMoney = testMoney;
        counter.status = OfferStatus.OPEN;
        counter.expiresAt = expiresAt;
        counter.createdAt = now;
        return counter;
    }

    DomainEvent countered(Offer by) {
        return event("offer.countered").with("counteredBy", by.id).involving(by.id);
    }

    DomainEvent accept(Caller caller, Instant now) {
        OfferCommand.ACCEPT.mustLeave(status);
        mustBeAnswerable(caller, now);
        status = OfferStatus.ACCEPTED;
        endedBy(caller, now);
        return event("offer.accepted").with("feeBasisPoints", feeBasisPoints);
    }

    DomainEvent decline(Caller caller, Instant now) {
        OfferCommand.DECLINE.mustLeave(status);
        mustBeAnswerable(caller, now);
        status = OfferStatus.DECLINED;
        endedBy(caller, now);
        return event("offer.declined");
    }

    DomainEvent withdraw(Caller caller, Instant now) {
        OfferCommand.WITHDRAW.mustLeave(status);
        if (!caller.organisationId().equals(madeByOrganisationId)) {
            throw Refusal.conflict(
                    "offers/not-yours-to-withdraw",
                    "Only the side that made an offer can withdraw it; decline it instead.");
        }
        mustNotBeOver(now);
        status = OfferStatus.WITHDRAWN;
        endedBy(caller, now);
        return event("offer.withdrawn");
    }

    /** Its maker has made the offer again: that new one stands from now on, unless this one was over before. */
    DomainEvent giveWayTo(Offer next, Instant now) {
        OfferCommand.GIVE_WAY.mustLeave(status);
        if (overAt(now)) {
            return expire();
        }
        status = OfferStatus.WITHDRAWN;
        return event("offer.withdrawn").with("replacedBy", next.id).involving(next.id);
    }

    DomainEvent close(Closing because) {
        OfferCommand.CLOSE.mustLeave(status);
        status = OfferStatus.CLOSED;
        return event("offer.closed").with("because", because);
    }

    DomainEvent expire() {
        OfferCommand.EXPIRE.mustLeave(status);
        status = OfferStatus.EXPIRED;
        return event("offer.expired");
    }

    private void endedBy(Caller caller, Instant now) {
        endedAt = now;
        endedByOrganisationId = caller.organisationId();
        endedByPersonId = caller.actorId();
    }

    /**
     * Somebody wanted to accept, and could not since the buyer has too little money. The event does not say how much is wanting, which only the buyer is to
     * know. The buyer's own attempts are told to the buyer alone.
     */
    DomainEvent acceptanceFailed(Caller caller) {
        DomainEvent failed = boughtBy(caller)
                ? event("offer.acceptance-failed", buyerOrganisationId)
                : event("offer.acceptance-failed");
        return failed.with("failedFor", caller.organisationId()).with("lacking", "FUNDS");
    }

    boolean overAt(Instant now) {
        return status == OfferStatus.OPEN && !now.isBefore(expiresAt);
    }

    private void mustBeAnswerable(Caller caller, Instant now) {
        if (caller.organisationId().equals(madeByOrganisationId)) {
            throw Refusal.conflict("offers/own-offer", "The other side answers an offer; you can withdraw it.");
        }
        mustNotBeOver(now);
    }

    private void mustNotBeOver(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw Refusal.conflict("offers/expired", "This offer is over.");
        }
    }

    private DomainEvent event(String type) {
        return event(type, buyerOrganisationId, sellerOrganisationId);
    }

    private DomainEvent event(String type, UUID... readers) {
        return DomainEvent.of(type, id)
                .with("offerId", id)
                .with("loadId", loadId)
                .with("tripId", tripId)
                .with("legId", legId)
                .with("brokered", brokered ? true : null)
                .with("buyerOrganisationId", buyerOrganisationId)
                .with("sellerOrganisationId", sellerOrganisationId)
                .with("price", price())
                .with("test", testMoney)
                .involving(loadId, tripId)
                .readableBy(readers);
    }

    /** The permission that is needed to answer it: to buy or to sell, with a vehicle or without. */
    String permissionOf(Caller caller) {
        if (boughtBy(caller)) {
            return bookingId == null ? LoadPermissions.POST : DealPermissions.CARRIAGE_BROKER;
        }
        return brokered ? DealPermissions.CARRIAGE_BROKER : TripPermissions.POST;
    }

    UUID bookingId() {
        return bookingId;
    }

    boolean boughtBy(Caller caller) {
        return caller.organisationId().equals(buyerOrganisationId);
    }

    UUID id() {
        return id;
    }

    UUID loadId() {
        return loadId;
    }

    UUID legId() {
        return legId;
    }

    String loadReference() {
        return loadReference;
    }

    UUID buyerOrganisationId() {
        return buyerOrganisationId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    UUID tripId() {
        return tripId;
    }

    /** The other of the two sides. */
    UUID counterpartOf(UUID organisation) {
        return buyerOrganisationId.equals(organisation) ? sellerOrganisationId : buyerOrganisationId;
    }

    /** True if its acceptance failed, and the reader may know it: the buyer may, and the seller if the seller is the one who accepts. */
    boolean lacksMoney(UUID reader) {
        return status == OfferStatus.OPEN
                && unfundedAt != null
                && (buyerOrganisationId.equals(reader) || !madeByOrganisationId.equals(reader));
    }

    Instant unfundedAt() {
        return unfundedAt;
    }

    UUID sellerOrganisationId() {
        return sellerOrganisationId;
    }

    UUID madeByOrganisationId() {
        return madeByOrganisationId;
    }

    int version() {
        return version;
    }

    OfferStatus status() {
        return status;
    }

    Money price() {
        return new Money(priceMinor, currency);
    }

    AcceptedOffer accepted() {
        return new AcceptedOffer(
                id,
                loadId,
                legId,
                tripId,
                brokered,
                bookingId,
                buyerOrganisationId,
                sellerOrganisationId,
                price(),
                Fee.of(price(), feeBasisPoints),
                testMoney);
    }

    OfferView view(Caller caller, LegSummary leg, TripSummary trip, Trader counterpart, OfferView.Unfunded unfunded) {
        Fee fee = Fee.of(price(), feeBasisPoints);
        boolean made = madeByOrganisationId.equals(caller.organisationId());
        return new OfferView(
                id,
                loadId,
                loadReference,
                legId,
                leg == null ? null : leg.sequence(),
                leg == null ? null : leg.count(),
                tripId,
                brokered,
                boughtBy(caller) ? bookingId : null,
                buyerOrganisationId,
                sellerOrganisationId,
                madeByOrganisationId,
                counterpart,
                leg,
                trip,
                made ? OfferView.Direction.MADE : OfferView.Direction.RECEIVED,
                price(),
                fee.amount(),
                fee.sellerReceives(),
                feeBasisPoints,
                status,
                counters,
                end(caller),
                unfunded,
                expiresAt,
                createdAt,
                testMoney,
                version);
    }

    private OfferEnd end(Caller caller) {
        if (endedAt == null) {
            return null;
        }
        if (!caller.organisationId().equals(endedByOrganisationId)) {
            return new OfferEnd(endedAt, OfferEnd.EndedBy.OTHER_SIDE);
        }
        boolean you = caller.principal().actor().filter(endedByPersonId::equals).isPresent();
        return new OfferEnd(endedAt, you ? OfferEnd.EndedBy.YOU : OfferEnd.EndedBy.COLLEAGUE);
    }
}
