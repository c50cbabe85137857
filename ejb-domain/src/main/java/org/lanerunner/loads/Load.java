package org.lanerunner.loads;

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
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.identity.Trader;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.LateEntry;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Reference;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/**
 * Something that has to move as a whole, over one leg or several. It is written as a draft or posted at once. While it is open, the market sees it and offers
 * come in for its legs. A booking covers a leg. Once it is posted, its status follows from its legs ({@link LoadProgress}) and nobody sets it. Its owner can
 * cancel the load until something is loaded, and a single leg until that leg is. Nobody deletes a load.
 */
@Entity
@Table(schema = "loads", name = "load")
class Load {

    @Id
    private UUID id;

    @Code
    private String reference;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private LoadStatus status;

    @Enumerated(EnumType.STRING)
    private Equipment equipment;

    @Enumerated(EnumType.STRING)
    private CargoMode mode;

    @Embedded
    private Capacity cargo;

    @Personal
    private String commodity;

    @Personal
    private String notes;

    @Column(name = "price_minor")
    private Long priceMinor;

    @Code
    private String currency;

    @Column(name = "test_money")
    private boolean testMoney;

    @Column(name = "late_entry")
    private boolean lateEntry;

    @Column(name = "distance_meters")
    private long distanceMeters;

    @Code
    @Column(name = "origin_region")
    private String originRegion;

    @Code
    @Column(name = "destination_region")
    private String destinationRegion;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "posted_at")
    private Instant postedAt;

    /** A set, since JPA can fetch sets in one query together with their stops, which it can't with two lists. Its order is the legs' sequence. */
    @OneToMany(mappedBy = "load", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("sequence")
    private Set<Leg> legs = new LinkedHashSet<>();

    @Version
    private int version;

    Load() {}

    Load(UUID organisationId, LoadPlan plan, boolean testMoney, Instant now) {
        this.id = Uuid7.next();
        this.reference = Reference.next("L");
        this.organisationId = organisationId;
        this.status = LoadStatus.DRAFT;
        this.testMoney = testMoney;
        this.createdAt = now;
        describe(plan, now);
    }

    /** Rewrites the load as long as nothing is agreed: refused once a leg is covered or its time is over. */
    void describe(LoadPlan plan, Instant now) {
        LoadCommand.CHANGE.mustLeave(status);
        legs.forEach(leg -> LegCommand.CHANGE.mustLeave(leg.status()));
        if (legs.stream().anyMatch(leg -> leg.overAt(now))) {
            throw Refusal.conflict("loads/not-open", "The time to deliver this load is over.");
        }
        equipment = plan.equipment();
        mode = plan.mode();
        cargo = plan.cargo();
        commodity = plan.commodity();
        notes = plan.notes();
        priceMinor = plan.price() == null ? null : plan.price().minorUnits();
        currency = plan.currency();
        lateEntry = LateEntry.is(plan.firstWindowStart(), now);
        distanceMeters = plan.distanceMeters();
        originRegion = plan.origin().laneRegion();
        destinationRegion = plan.destination().laneRegion();
        divide(plan.legs());
    }

    /** A leg that was there before keeps its id, so that what was told of it stays with it. */
    private void divide(List<PlannedLeg> plan) {
        List<Leg> before = List.copyOf(legs);
        before.stream().skip(plan.size()).forEach(legs::remove);
        for (int sequence = 0; sequence < plan.size(); sequence++) {
            Leg leg = sequence < before.size() ? before.get(sequence) : new Leg(this, sequence, undivided());
            leg.describe(plan.get(sequence));
            legs.add(leg);
        }
    }

    private LegStatus undivided() {
        return status == LoadStatus.DRAFT ? LegStatus.DRAFT : LegStatus.OPEN;
    }

    DomainEvent drafted() {
        return event("load.drafted").with(LoadFacts.of(view(organisationId)));
    }

    /** @param before the load as its owner saw it before the change */
    DomainEvent changed(LoadView before) {
        LoadView after = view(organisationId);
        return event("load.changed")
                .with("status", status)
                .with("changed", LoadPart.changed(before, after))
                .with(LoadFacts.of(after));
    }

    /** Puts a draft on the market. */
    DomainEvent post(Instant now) {
        LoadCommand.POST.mustLeave(status);
        Instant firstWindowStart = legs.iterator().next().firstWindowStart();
        boolean over = legs.stream().anyMatch(leg -> !now.isBefore(leg.expiresAt()));
        if (over || LateEntry.tooOld(firstWindowStart, now)) {
            throw Refusal.conflict("loads/windows-over", "The windows of this load are over; change them first.");
        }
        lateEntry = LateEntry.is(firstWindowStart, now);
        legs.forEach(Leg::post);
        follow();
        postedAt = now;
        return event("load.posted").with(LoadFacts.of(view(organisationId)));
    }

    /** Refuses to cancel the whole if one leg is loaded and another can still leave the market by itself, and says so. */
    void cancelsWhole() {
        boolean someOnly = standing().anyMatch(leg -> LegCommand.CANCEL.leaves(leg.status()))
                && standing().anyMatch(leg -> !LegCommand.CANCEL.leaves(leg.status()));
        if (someOnly) {
            throw Refusal.conflict(
                    "bookings/loaded",
                    "A leg of this load is loaded or delivered already. Any other leg can be cancelled by itself: say which with legId.");
        }
    }

    /** Cancels the whole load; refused once a leg is loaded. */
    DomainEvent cancel() {
        LoadCommand.CANCEL.mustLeave(status);
        List<Leg> standing = standing().toList();
        standing.forEach(leg -> LegCommand.CANCEL.mustLeave(leg.status()));
        List<UUID> bookings =
                standing.stream().map(Leg::bookingId).filter(Objects::nonNull).toList();
        DomainEvent cancelled = event("load.cancelled")
                .with("from", status)
                .with("bookingId", legs.size() == 1 && !bookings.isEmpty() ? bookings.get(0) : null)
                .with("bookingIds", bookings.isEmpty() ? null : bookings);
        standing.forEach(Leg::cancel);
        follow();
        return cancelled;
    }

    /** True if the leg's time is over. False for a leg that a change has taken away. */
    boolean overAt(UUID legId, Instant now) {
        return legs.stream().anyMatch(leg -> leg.id().equals(legId) && leg.overAt(now));
    }

    /** One leg leaves the market, and the load goes on as far as its other legs do. The last leg that stands takes the load with it. */
    DomainEvent cancel(UUID legId) {
        LoadCommand.CANCEL_LEG.mustLeave(status);
        Leg leg = leg(legId);
        LoadStatus before = status;
        LegStatus legBefore = leg.status();
        UUID bookingId = leg.bookingId();
        leg.cancel();
        follow();
        DomainEvent cancelled = status == LoadStatus.CANCELLED
                ? event("load.cancelled").with("from", before)
                : legEvent("load.leg-cancelled", legId).with("from", legBefore);
        return cancelled.with("bookingId", bookingId);
    }

    private Stream<Leg> standing() {
        return legs.stream().filter(leg -> leg.status() != LegStatus.CANCELLED);
    }

    DomainEvent expire(UUID legId) {
        leg(legId).expire();
        follow();
        return legEvent("load.expired", legId);
    }

    /** Takes a leg off the market for a booking; refuses unless it is open now. */
    DomainEvent cover(UUID legId, UUID bookingId, UUID carrierOrganisationId, boolean brokered, Instant now) {
        leg(legId).cover(bookingId, carrierOrganisationId, brokered, now);
        follow();
        return legEvent("load.covered", legId)
                .with("bookingId", bookingId)
                .with("carrierOrganisationId", carrierOrganisationId);
    }

    /** One leg is back on the market after its booking fell through. It is expired at once if its time is over. */
    DomainEvent reopen(UUID legId, Instant now) {
        Leg leg = leg(legId);
        UUID bookingId = leg.bookingId();
        UUID carrierOrganisationId = leg.carrierOrganisationId();
        leg.reopen(now);
        follow();
        return legEvent(leg.status() == LegStatus.OPEN ? "load.reopened" : "load.expired", legId)
                .with("bookingId", bookingId)
                .with("carrierOrganisationId", carrierOrganisationId)
                .readableBy(carrierOrganisationId);
    }

    /** The leg says what its booking says. */
    void follow(UUID legId, LegStatus bookingSays) {
        leg(legId).follow(bookingSays);
        follow();
    }

    private void follow() {
        status = LoadProgress.of(legs.stream().map(Leg::status).toList());
    }

    /**
     * True if the organisation can offer on the load: it is its own, or a leg is open and the owner may act, or it has sold a leg's carriage without a vehicle.
     */
    boolean takesOffersOf(UUID organisation, boolean ownerActs, Instant now) {
        return organisationId.equals(organisation)
                || ownerActs && openAt(now)
                || legs.stream().anyMatch(leg -> leg.brokeredBy(organisation));
    }

    boolean openAt(Instant now) {
        return legs.stream().anyMatch(leg -> leg.openAt(now));
    }

    MarketLoad onTheMarket(Instant now) {
        return new MarketLoad(
                id,
                organisationId,
                equipment,
                legs.stream()
                        .filter(leg -> leg.openAt(now))
                        .map(leg -> leg.offered().onTheMarket())
                        .toList());
    }

    private DomainEvent event(String type) {
        return DomainEvent.of(type, id)
                .with("loadId", id)
                .with("organisationId", organisationId)
                .readableBy(organisationId);
    }

    /** @return the event, with the load's status after it */
    private DomainEvent legEvent(String type, UUID legId) {
        return event(type).with("legId", legId).with("status", status);
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

    UUID organisationId() {
        return organisationId;
    }

    LoadStatus status() {
        return status;
    }

    Leg leg(UUID legId) {
        return legs.stream()
                .filter(leg -> leg.id().equals(legId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("loads/not-open", "This load has no such leg any more."));
    }

    /** The ends of this leg, or those of the whole way where the leg is gone. */
    LegEnds ends(UUID legId) {
        List<PlannedStop> way = legs.stream()
                .filter(leg -> legs.stream().noneMatch(each -> each.id().equals(legId))
                        || leg.id().equals(legId))
                .flatMap(leg -> leg.offered().stops().stream())
                .toList();
        return new LegEnds(
                way.get(0).site().inWords(), way.get(way.size() - 1).site().inWords());
    }

    Set<Leg> legs() {
        return Collections.unmodifiableSet(legs);
    }

    /** All legs, each with its booking, to be withdrawn with the load. */
    List<LoadWithdrawn.Part> parts() {
        return legs.stream().map(Leg::part).toList();
    }

    /** Joins what the leg has of its own with what it shares with the other legs. */
    OfferedLeg offered(
            UUID legId,
            LegStatus legStatus,
            Instant firstWindowStart,
            Instant expiresAt,
            long meters,
            List<PlannedStop> stops,
            OfferedLeg.Broker broker) {
        return new OfferedLeg(
                legId,
                id,
                reference,
                organisationId,
                legStatus,
                equipment,
                mode,
                cargo,
                price(),
                currency,
                testMoney,
                lateEntry,
                firstWindowStart,
                expiresAt,
                meters,
                stops,
                broker);
    }

    /** The owner sees the load whole, a carrier the stops of its own leg exactly, and everybody else what the market sees. */
    LoadView view(UUID reader) {
        boolean own = organisationId.equals(reader);
        boolean carrier = legs.stream().anyMatch(leg -> leg.carriedBy(reader));
        boolean everyStop = own || legs.stream().allMatch(leg -> leg.carriedBy(reader));
        return new LoadView(
                id,
                reference,
                knowsDeal(reader) ? organisationId : null,
                null,
                status,
                equipment,
                mode,
                cargo,
                commodity,
                own || carrier ? notes : null,
                legs.stream()
                        .flatMap(leg -> leg.stopViews(own || leg.carriedBy(reader)))
                        .toList(),
                legs.stream().map(leg -> leg.view(own, reader)).toList(),
                knowsDeal(reader) ? price() : null,
                currency,
                testMoney,
                lateEntry,
                everyStop ? distanceMeters : LoadView.rounded(distanceMeters),
                legs.stream().map(Leg::expiresAt).max(Instant::compareTo).orElseThrow(),
                createdAt,
                postedAt,
                legs.size() == 1 ? legs.iterator().next().view(own, reader).bookingId() : null,
                version);
    }

    /**
     * True if the reader may know the price and the owner. While something is still to be agreed, the whole market may. Then the load's own two sides may, but
     * nobody who carries it for one of them.
     */
    private boolean knowsDeal(UUID reader) {
        return organisationId.equals(reader) || status == LoadStatus.OPEN || isBookedWith(reader);
    }

    private boolean isBookedWith(UUID reader) {
        return legs.stream().anyMatch(leg -> leg.bookedWith(reader));
    }

    /** @param owner the load's owner, with its record */
    LoadView view(UUID reader, Trader owner) {
        LoadView view = view(reader);
        boolean untold = owner == null || organisationId.equals(reader) || !knowsDeal(reader);
        return untold ? view : view.postedBy(isBookedWith(reader) ? owner : owner.onTheMarket());
    }

    String commodity() {
        return commodity;
    }

    private Money price() {
        return priceMinor == null ? null : new Money(priceMinor, currency);
    }
}
