package org.lanerunner.loads;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/**
 * A part of a load's way that one carrier drives, from a pickup to a delivery. An agreement is about a leg. A load that is not split has one. The market sees a
 * leg while it is open. A booking covers it, and from then on the leg says what its booking says. When the booking falls through before loading, only this leg
 * is open again. An open leg expires with the first of its deliveries whose window ends. Every change goes through its load, whose status follows.
 */
@Entity
@Table(schema = "loads", name = "leg")
class Leg {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "load_id")
    private Load load;

    private int sequence;

    @Column(name = "from_stop")
    private int fromStop;

    @Column(name = "to_stop")
    private int toStop;

    @Enumerated(EnumType.STRING)
    private LegStatus status;

    @Column(name = "carrier_organisation_id")
    private UUID carrierOrganisationId;

    @Column(name = "booking_id")
    private UUID bookingId;

    /** True if the seller of the carriage has no vehicle for it, and has another organisation carry it. */
    private boolean brokered;

    /** The organisation that carries a brokered leg, and so sees its stops. */
    @Column(name = "hauler_organisation_id")
    private UUID haulerOrganisationId;

    @Column(name = "distance_meters")
    private long distanceMeters;

    /** The leg's first pickup as the market knows it. */
    @Column(name = "origin_latitude")
    private double originLatitude;

    @Column(name = "origin_longitude")
    private double originLongitude;

    /** The same point as a {@link org.lanerunner.places.UnitVector}, which the database works out. */
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

    @OneToMany(mappedBy = "leg", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("sequence")
    private Set<LoadStop> stops = new LinkedHashSet<>();

    Leg() {}

    Leg(Load load, int sequence, LegStatus status) {
        this.id = Uuid7.next();
        this.load = load;
        this.sequence = sequence;
        this.status = status;
    }

    /** Rewrites a leg as long as nothing about it is agreed. */
    void describe(PlannedLeg plan) {
        LegCommand.CHANGE.mustLeave(status);
        fromStop = plan.fromStop();
        toStop = plan.toStop();
        distanceMeters = plan.distanceMeters();
        originLatitude = plan.origin().onTheMarket().latitude();
        originLongitude = plan.origin().onTheMarket().longitude();
        originRegion = plan.origin().laneRegion();
        destinationRegion = plan.destination().laneRegion();
        firstWindowStart = plan.firstWindowStart();
        expiresAt = plan.expiresAt();
        stops.clear();
        for (PlannedStop stop : plan.stops()) {
            stops.add(new LoadStop(load, this, fromStop + stops.size(), stop));
        }
    }

    void post() {
        LegCommand.POST.mustLeave(status);
        status = LegStatus.OPEN;
    }

    /** Takes the leg off the market for a booking; refuses unless it is open now. */
    void cover(UUID bookingId, UUID carrierOrganisationId, boolean brokered, Instant now) {
        LegCommand.COVER.mustLeave(status);
        if (!now.isBefore(expiresAt)) {
            throw Refusal.conflict("loads/not-open", "This load is not open any more.");
        }
        status = LegStatus.COVERED;
        this.bookingId = bookingId;
        this.carrierOrganisationId = carrierOrganisationId;
        this.brokered = brokered;
    }

    /** The leg's broker has found a carrier. */
    void haul(UUID haulerOrganisationId, Instant now) {
        LegCommand.HAUL.mustLeave(status);
        if (!offered().takesOffersFor(bookingId, now)) {
            throw Refusal.conflict("bookings/covered", "A carrier carries this already, or its time is over.");
        }
        this.haulerOrganisationId = haulerOrganisationId;
    }

    /** The carrier of a brokered leg has stepped back, or the broker has called it off. The broker can look for another. */
    void haulNoMore() {
        LegCommand.HAUL.mustLeave(status);
        haulerOrganisationId = null;
    }

    /** Puts the leg back on the market after its booking fell through. It is expired at once if its time is over. */
    void reopen(Instant now) {
        LegCommand.REOPEN.mustLeave(status);
        status = now.isBefore(expiresAt) ? LegStatus.OPEN : LegStatus.EXPIRED;
        unbook();
    }

    /** The leg says what its booking says. */
    void follow(LegStatus bookingSays) {
        LegCommand command = bookingSays == LegStatus.SETTLED ? LegCommand.SETTLE : LegCommand.FOLLOW;
        command.mustLeave(status);
        if (!bookingSays.booked()) {
            throw new IllegalArgumentException("a leg does not become " + bookingSays + " by following its booking");
        }
        status = bookingSays;
    }

    void expire() {
        LegCommand.EXPIRE.mustLeave(status);
        status = LegStatus.EXPIRED;
    }

    void cancel() {
        LegCommand.CANCEL.mustLeave(status);
        status = LegStatus.CANCELLED;
        unbook();
    }

    private void unbook() {
        bookingId = null;
        carrierOrganisationId = null;
        brokered = false;
        haulerOrganisationId = null;
    }

    boolean openAt(Instant now) {
        return status == LegStatus.OPEN && now.isBefore(expiresAt);
    }

    boolean overAt(Instant now) {
        return status == LegStatus.OPEN && !now.isBefore(expiresAt);
    }

    boolean bookedWith(UUID organisation) {
        return carrierOrganisationId != null && carrierOrganisationId.equals(organisation);
    }

    /** True if the organisation sold the carriage, or drives where that is another one. */
    boolean carriedBy(UUID organisation) {
        return bookedWith(organisation) || (haulerOrganisationId != null && haulerOrganisationId.equals(organisation));
    }

    boolean brokeredBy(UUID organisation) {
        return brokered && bookedWith(organisation);
    }

    OfferedLeg offered() {
        return load.offered(
                id,
                status,
                firstWindowStart,
                expiresAt,
                distanceMeters,
                stops.stream().map(LoadStop::planned).toList(),
                brokered
                        ? new OfferedLeg.Broker(carrierOrganisationId, bookingId, haulerOrganisationId != null)
                        : null);
    }

    LoadWithdrawn.Part part() {
        return new LoadWithdrawn.Part(id, bookingId);
    }

    /** @param own whether the reader is the load's owner. Another reader sees the booking if it is their own, and the exact distance if they carry the leg. */
    LoadView.LegView view(boolean own, UUID reader) {
        boolean known = own || bookedWith(reader);
        return new LoadView.LegView(
                id,
                sequence,
                fromStop,
                toStop,
                status,
                known ? carrierOrganisationId : null,
                known ? bookingId : null,
                own || carriedBy(reader) ? distanceMeters : LoadView.rounded(distanceMeters),
                expiresAt);
    }

    LegSummary summary(UUID reader) {
        OfferedLeg leg = offered().onTheMarket();
        return new LegSummary(
                sequence,
                load.legs().size(),
                leg.origin(),
                leg.destination(),
                StopView.window(leg.stops().get(0)),
                StopView.window(leg.stops().get(leg.stops().size() - 1)),
                leg.equipment(),
                leg.mode(),
                leg.cargo(),
                load.commodity(),
                leg.organisationId().equals(reader) ? distanceMeters : LoadView.rounded(distanceMeters),
                leg.price() != null);
    }

    Stream<StopView> stopViews(boolean exact) {
        return stops.stream()
                .map(stop -> exact
                        ? StopView.toParty(stop.sequence(), stop.planned())
                        : StopView.onTheMarket(stop.sequence(), stop.planned()));
    }

    UUID id() {
        return id;
    }

    LegStatus status() {
        return status;
    }

    UUID bookingId() {
        return bookingId;
    }

    UUID carrierOrganisationId() {
        return carrierOrganisationId;
    }

    Instant firstWindowStart() {
        return firstWindowStart;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
