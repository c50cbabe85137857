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
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.LateEntry;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Reference;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/**
 * Something that has to move. It is written as a draft or posted at once; while open, the market sees it and offers come in; a booking covers it, and from
 * then on it says what its booking says. When the booking falls through before loading it is open again under the same id. An open load expires with the
 * first of its deliveries whose window ends. Nobody deletes a load.
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

    @Column(name = "carrier_organisation_id")
    private UUID carrierOrganisationId;

    @Column(name = "booking_id")
    private UUID bookingId;

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

    @Column(name = "origin_latitude")
    private double originLatitude;

    @Column(name = "origin_longitude")
    private double originLongitude;

    /** The origin as a {@link org.lanerunner.places.UnitVector}, which the database works out. */
    @Column(name = "origin_x", insertable = false, updatable = false)
    private double originX;

    @Column(name = "origin_y", insertable = false, updatable = false)
    private double originY;

    @Column(name = "origin_z", insertable = false, updatable = false)
    private double originZ;

    @Code
    @Column(name = "origin_region")
    private String originRegion;

    @Code
    @Column(name = "destination_region")
    private String destinationRegion;

    @Column(name = "first_window_start")
    private Instant firstWindowStart;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "posted_at")
    private Instant postedAt;

    /** Sets, in order of their sequence: JPA can fetch two of them in one query, which it can't with two lists. */
    @OneToMany(mappedBy = "load", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("sequence")
    private Set<LoadStop> stops = new LinkedHashSet<>();

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

    /** Rewrites what is still nobody else's business. */
    void describe(LoadPlan plan, Instant now) {
        LoadCommand.CHANGE.mustLeave(status);
        if (status == LoadStatus.OPEN && !now.isBefore(expiresAt)) {
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
        originLatitude = plan.origin().onTheMarket().latitude();
        originLongitude = plan.origin().onTheMarket().longitude();
        originRegion = plan.origin().laneRegion();
        destinationRegion = plan.destination().laneRegion();
        firstWindowStart = plan.firstWindowStart();
        expiresAt = plan.expiresAt();
        stops.clear();
        for (PlannedStop stop : plan.stops()) {
            stops.add(new LoadStop(this, stops.size(), stop));
        }
        legs.clear();
        legs.add(new Leg(this, 0, 0, stops.size() - 1));
    }

    DomainEvent drafted() {
        return event("load.drafted").with(LoadFacts.of(offered()));
    }

    /** @param before as it was shown to its owner before the change */
    DomainEvent changed(LoadView before) {
        return event("load.changed")
                .with("status", status)
                .with("changed", LoadPart.changed(before, view(true)))
                .with(LoadFacts.of(offered()));
    }

    /** Puts a draft on the market. */
    DomainEvent post(Instant now) {
        LoadCommand.POST.mustLeave(status);
        if (!now.isBefore(expiresAt) || LateEntry.tooOld(firstWindowStart, now)) {
            throw Refusal.conflict("loads/windows-over", "The windows of this load are over; change them first.");
        }
        lateEntry = LateEntry.is(firstWindowStart, now);
        status = LoadStatus.OPEN;
        postedAt = now;
        return event("load.posted").with(LoadFacts.of(offered()));
    }

    DomainEvent cancel() {
        LoadCommand.CANCEL.mustLeave(status);
        DomainEvent cancelled = event("load.cancelled").with("from", status).with("bookingId", bookingId);
        status = LoadStatus.CANCELLED;
        bookingId = null;
        carrierOrganisationId = null;
        return cancelled;
    }

    DomainEvent expire() {
        LoadCommand.EXPIRE.mustLeave(status);
        status = LoadStatus.EXPIRED;
        return event("load.expired");
    }

    /** Takes it off the market for a booking; refuses unless it is open now. */
    DomainEvent cover(UUID bookingId, UUID carrierOrganisationId, Instant now) {
        LoadCommand.COVER.mustLeave(status);
        if (!now.isBefore(expiresAt)) {
            throw Refusal.conflict("loads/not-open", "This load is not open any more.");
        }
        status = LoadStatus.COVERED;
        this.bookingId = bookingId;
        this.carrierOrganisationId = carrierOrganisationId;
        return event("load.covered")
                .with("bookingId", bookingId)
                .with("carrierOrganisationId", carrierOrganisationId)
                .with("legId", legs.iterator().next().id());
    }

    /** Back to the market after its booking fell through; expired at once if its windows are over. */
    DomainEvent reopen(Instant now) {
        LoadCommand.REOPEN.mustLeave(status);
        boolean over = !now.isBefore(expiresAt);
        DomainEvent told = event(over ? "load.expired" : "load.reopened")
                .with("bookingId", bookingId)
                .with("carrierOrganisationId", carrierOrganisationId)
                .readableBy(carrierOrganisationId);
        status = over ? LoadStatus.EXPIRED : LoadStatus.OPEN;
        bookingId = null;
        carrierOrganisationId = null;
        return told;
    }

    /** Says what its booking says. */
    void follow(LoadStatus bookingSays) {
        LoadCommand command = bookingSays == LoadStatus.SETTLED ? LoadCommand.SETTLE : LoadCommand.FOLLOW;
        command.mustLeave(status);
        if (!bookingSays.booked()) {
            throw new IllegalArgumentException("a load does not become " + bookingSays + " by following its booking");
        }
        status = bookingSays;
    }

    boolean openAt(Instant now) {
        return status == LoadStatus.OPEN && now.isBefore(expiresAt);
    }

    private DomainEvent event(String type) {
        return DomainEvent.of(type, id)
                .with("loadId", id)
                .with("organisationId", organisationId)
                .readableBy(organisationId);
    }

    int version() {
        return version;
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    LoadStatus status() {
        return status;
    }

    UUID bookingId() {
        return bookingId;
    }

    /** Shipper or carrier of it. */
    boolean hasParty(UUID organisation) {
        return organisationId.equals(organisation)
                || (carrierOrganisationId != null && carrierOrganisationId.equals(organisation));
    }

    OfferedLoad offered() {
        return new OfferedLoad(
                id,
                reference,
                legs.iterator().next().id(),
                organisationId,
                status,
                equipment,
                mode,
                cargo,
                priceMinor == null ? null : new Money(priceMinor, currency),
                currency,
                testMoney,
                lateEntry,
                firstWindowStart,
                expiresAt,
                distanceMeters,
                stops.stream().map(LoadStop::planned).toList());
    }

    LoadView view(boolean party) {
        return new LoadView(
                id,
                reference,
                organisationId,
                status,
                equipment,
                mode,
                cargo,
                commodity,
                party ? notes : null,
                stops.stream()
                        .map(stop -> party
                                ? StopView.toParty(stop.sequence(), stop.planned())
                                : StopView.onTheMarket(stop.sequence(), stop.planned()))
                        .toList(),
                legs.stream().map(Leg::view).toList(),
                priceMinor == null ? null : new Money(priceMinor, currency),
                currency,
                testMoney,
                lateEntry,
                party ? distanceMeters : Math.round(distanceMeters / 1000.0) * 1000,
                expiresAt,
                createdAt,
                postedAt,
                party ? bookingId : null,
                version);
    }
}
