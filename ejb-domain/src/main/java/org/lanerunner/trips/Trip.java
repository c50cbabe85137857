package org.lanerunner.trips;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.EventData;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.loads.LoadFacts;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.LateEntry;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Reference;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Rule;
import org.lanerunner.shared.Uuid7;

/**
 * Somebody who goes somewhere and can carry. A trip is posted with its stops, times and capacity, or a booking makes it from a load's stops. Bookings take
 * capacity on its segments. Driver and vehicle are named before the first dispatch, which starts the trip, and others may take over on the way. The last
 * delivery at its last stop completes it, or its carrier does. Then its time ends, so that driver and vehicle are free. The database makes sure that no driver
 * and no vehicle is on two trips at once (exclusion constraints).
 */
@Entity
@Table(schema = "trips", name = "trip")
class Trip {

    /**
     * The number is limited, since what happens to the trip changes all its bookings in one transaction: it is assigned, or its positions reach their stops.
     */
    static final int MOST_BOOKINGS = 50;

    private static final int MOST_ASSIGNMENTS = 100;

    @Id
    private UUID id;

    @Code
    private String reference;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private TripStatus status;

    @Enumerated(EnumType.STRING)
    private Equipment equipment;

    @Embedded
    private Capacity capacity;

    @Column(name = "driver_id")
    private UUID driverId;

    @Personal(of = "driverId")
    @Column(name = "driver_name")
    private String driverName;

    @Column(name = "vehicle_id")
    private UUID vehicleId;

    @Personal(of = "vehicleId")
    @Column(name = "vehicle_name")
    private String vehicleName;

    @Personal(of = "vehicleId")
    @Column(name = "vehicle_plate")
    private String vehiclePlate;

    @Column(name = "ask_per_kilometer_minor")
    private Long askPerKilometerMinor;

    @Code
    @Column(name = "ask_currency")
    private String askCurrency;

    @Column(name = "floor_price_minor")
    private Long floorPriceMinor;

    @Code
    @Column(name = "floor_currency")
    private String floorCurrency;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "late_entry")
    private boolean lateEntry;

    @Column(name = "made_for_booking")
    private boolean madeForBooking;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @OneToMany(mappedBy = "trip", cascade = CascadeType.ALL)
    @OrderBy("sequence")
    private List<TripStop> stops = new ArrayList<>();

    @OneToMany(mappedBy = "trip", cascade = CascadeType.ALL)
    @OrderBy("sequence")
    private List<TripSegment> segments = new ArrayList<>();

    /** The last assignment is the present one, whose driver and vehicle are in the fields above too. */
    @OneToMany(mappedBy = "trip", cascade = CascadeType.ALL)
    @OrderBy("sequence")
    private List<Assignment> assignments = new ArrayList<>();

    @OneToMany(mappedBy = "trip", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Reservation> reservations = new ArrayList<>();

    @Version
    private int version;

    Trip() {}

    Trip(UUID organisationId, TripPlan plan, boolean madeForBooking, Instant now) {
        this.id = Uuid7.next();
        this.reference = Reference.next("T");
        this.organisationId = organisationId;
        this.status = TripStatus.PLANNED;
        this.equipment = plan.equipment();
        this.capacity = plan.capacity();
        this.askPerKilometerMinor = minor(plan.askPerKilometer());
        this.askCurrency = currency(plan.askPerKilometer());
        this.floorPriceMinor = minor(plan.floorPrice());
        this.floorCurrency = currency(plan.floorPrice());
        this.startsAt = plan.startsAt();
        this.endsAt = plan.endsAt();
        this.lateEntry = LateEntry.is(plan.startsAt(), now);
        this.madeForBooking = madeForBooking;
        this.createdAt = now;
        for (TripPlan.Stop stop : plan.stops()) {
            stops.add(new TripStop(this, stops.size(), stop.site(), stop.planned()));
        }
        for (int sequence = 0; sequence < stops.size() - 1; sequence++) {
            segments.add(new TripSegment(this, sequence, capacity));
        }
    }

    DomainEvent posted() {
        return event("trip.posted")
                .with("equipment", equipment)
                .with("capacity", LoadFacts.of(capacity))
                .with(
                        "askPerKilometer",
                        askPerKilometerMinor == null ? null : new Money(askPerKilometerMinor, askCurrency))
                .with("stops", stops.stream().map(TripStop::facts).toList())
                .with("startsAt", startsAt)
                .with("endsAt", endsAt)
                .with("forBooking", madeForBooking)
                .with("lateEntry", lateEntry);
    }

    /** Frees driver and vehicle of a trip that is or was under way from a given time on. The next ones that are assigned drive from that time. */
    void relieve(Instant from, Instant now) {
        TripCommand.ASSIGN.mustLeave(status);
        if (from.isAfter(now)) {
            throw Refusal.invalid("/from", "This is later than now.");
        }
        if (from.isBefore(present().from())) {
            throw Refusal.invalid("/from", "This is before " + present().from() + ", when the present ones began.");
        }
        mustTakeAnotherAssignment();
        present().endsAt(from);
    }

    void mustTakeAnotherAssignment() {
        if (assignments.size() >= MOST_ASSIGNMENTS) {
            throw Refusal.conflict("trips/too-many-assignments", "This trip has changed hands too often.")
                    .beyond(Limit.ASSIGNMENTS);
        }
    }

    /**
     * Names driver and vehicle. Refuses a vehicle that is too small or of other equipment. Whether they are free is for the database to say. On a trip that is
     * not under way they take the place of those that were named before and have not driven since.
     */
    DomainEvent assign(DriverView driver, VehicleView vehicle, UUID personId, Instant now) {
        TripCommand.ASSIGN.mustLeave(status);
        mustFit(driver, vehicle);
        EventData before = presentFacts();
        if (assignments.isEmpty()) {
            assignments.add(new Assignment(this, 0, startsAt, endsAt));
        } else if (present().relieved()) {
            assignments.add(new Assignment(this, assignments.size(), present().to(), endsAt));
        } else if (inProgress()) {
            throw new IllegalStateException("who drives now was not relieved");
        }
        present().name(driver, vehicle, personId, now);
        driverId = driver.id();
        driverName = driver.name();
        vehicleId = vehicle.id();
        vehicleName = vehicle.name();
        vehiclePlate = vehicle.plate();
        return event("trip.assigned")
                .with(present().facts())
                .with("from", present().from())
                .with("before", before);
    }

    void mustNotBeOver() {
        TripCommand.ASSIGN.mustLeave(status);
    }

    boolean isDoneBy(UUID driver, UUID vehicle) {
        return driver.equals(driverId) && vehicle.equals(vehicleId);
    }

    /** The driver and the vehicle that are named, in the words of events; null as long as none are. */
    EventData presentFacts() {
        return assignments.isEmpty() ? null : present().facts();
    }

    Assignment present() {
        return assignments.get(assignments.size() - 1);
    }

    void mustBeAssigned() {
        if (driverId == null || vehicleId == null) {
            throw Refusal.conflict("trips/not-assigned", "Name driver and vehicle first.");
        }
    }

    /**
     * Driver and vehicle must be active, and the vehicle of the right equipment and big enough. This is asked again at the first dispatch, since both may have
     * changed.
     */
    void mustFit(DriverView driver, VehicleView vehicle) {
        Rule.requireAll(AssignmentRule.values(), new AssignmentRule.Asked(driver, vehicle, equipment, capacity));
    }

    /** Takes capacity for a booking, on the segments between the stops that are nearest to the ends of its way. */
    void reserve(CarriedLoad load, Instant now) {
        TripCommand.RESERVE.mustLeave(status);
        RoomAsked asked = new RoomAsked(this, load, Way.nearest(stops, load), now);
        Rule.requireAll(ReservationRule.values(), asked);
        segments.stream().filter(asked.way()::leadsOver).forEach(segment -> segment.take(asked.taken()));
        reservations.add(new Reservation(asked));
    }

    /** Gives a booking's capacity back. A trip that was made for this booking alone is cancelled with it. */
    DomainEvent release(UUID bookingId) {
        TripCommand.RELEASE.mustLeave(status);
        reservations.stream()
                .filter(each -> each.bookingId().equals(bookingId))
                .findFirst()
                .ifPresent(reservation -> {
                    segments.stream()
                            .filter(reservation.way()::leadsOver)
                            .forEach(segment -> segment.giveBack(reservation.taken()));
                    reservations.remove(reservation);
                });
        return madeForBooking && reservations.isEmpty() && status == TripStatus.PLANNED ? cancel() : null;
    }

    /** The first dispatch starts the trip. */
    DomainEvent start(Instant at) {
        TripCommand.START.mustLeave(status);
        mustBeAssigned();
        status = TripStatus.IN_PROGRESS;
        startedAt = at;
        present().startsAt(assignments.size() == 1 ? at : later(at, lastEnded().to()));
        return event("trip.started").occurredAt(at);
    }

    /** The dispatch that started the trip was taken back, and another one stands. The times of those who drove since stay known. */
    void startedLater(Instant first) {
        TripCommand.START_LATER.mustLeave(status);
        startedAt = first;
    }

    /**
     * Every dispatched booking was called off before loading, or its dispatch was taken back: the trip has not begun after all. It stays known that somebody
     * drove until now.
     */
    DomainEvent standDown(Instant now) {
        TripCommand.STAND_DOWN.mustLeave(status);
        status = TripStatus.PLANNED;
        startedAt = null;
        present().standsDown(now);
        return event("trip.stood-down");
    }

    /** Those who drove until a trip was stood down are to drive it again, until others are named. Does nothing for any other trip. */
    void standBy() {
        if (status == TripStatus.PLANNED && !assignments.isEmpty() && present().relieved()) {
            assignments.add(present().again(endsAt));
        }
    }

    /** The trip is done. Its time ends now at the latest, so that driver and vehicle are free. */
    DomainEvent complete(Instant now) {
        TripCommand.COMPLETE.mustLeave(status);
        status = TripStatus.COMPLETED;
        completedAt = now;
        if (now.isBefore(endsAt)) {
            endsAt = now.isBefore(startsAt) ? startsAt : now;
        }
        present().endsAt(now);
        return event("trip.completed").with("startedAt", startedAt).with("endsAt", endsAt);
    }

    /** True if a booking goes up to the last stop. */
    boolean carriesToItsEnd() {
        TripSegment last = segments.get(segments.size() - 1);
        return reservations.stream().anyMatch(reservation -> reservation.way().leadsOver(last));
    }

    DomainEvent cancel() {
        TripCommand.CANCEL.mustLeave(status);
        if (!reservations.isEmpty()) {
            throw Refusal.conflict("trips/booked", "Cancel the bookings of this trip first.");
        }
        status = TripStatus.CANCELLED;
        if (!assignments.isEmpty() && !present().relieved()) {
            present().neverDrives();
        }
        return event("trip.cancelled");
    }

    /** True if the way does not end farther from the site than it begins. */
    boolean leadsNearer(Way way, Site site) {
        return stops.get(way.to()).metersFrom(site) <= stops.get(way.from()).metersFrom(site);
    }

    boolean overAt(Instant now) {
        return !now.isBefore(endsAt);
    }

    private DomainEvent event(String type) {
        return DomainEvent.of(type, id)
                .with("tripId", id)
                .with("organisationId", organisationId)
                .readableBy(organisationId);
    }

    /** The assignment before the present one. */
    private Assignment lastEnded() {
        return assignments.get(assignments.size() - 2);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Long minor(Money money) {
        return money == null ? null : money.minorUnits();
    }

    private static String currency(Money money) {
        return money == null ? null : money.currency();
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

    Equipment equipment() {
        return equipment;
    }

    Capacity capacity() {
        return capacity;
    }

    List<TripStop> stops() {
        return List.copyOf(stops);
    }

    List<TripSegment> segments() {
        return List.copyOf(segments);
    }

    List<Reservation> reservations() {
        return List.copyOf(reservations);
    }

    List<Assignment> assignments() {
        return List.copyOf(assignments);
    }

    UUID vehicleId() {
        return vehicleId;
    }

    boolean madeForBooking() {
        return madeForBooking;
    }

    boolean planned() {
        return status == TripStatus.PLANNED;
    }

    boolean inProgress() {
        return status == TripStatus.IN_PROGRESS;
    }

    /** Null as long as the trip has not started. */
    Instant startedAt() {
        return startedAt;
    }

    UUID driverId() {
        return driverId;
    }

    /** @param remaining the capacity left on each of its segments */
    TripSummary summary(List<Capacity> remaining) {
        return new TripSummary(
                id,
                reference,
                stops.get(0).view(false).place(),
                stops.get(stops.size() - 1).view(false).place(),
                startsAt,
                endsAt,
                equipment,
                capacity,
                remaining.stream().reduce(capacity, Capacity::least));
    }

    TripLabel label() {
        return new TripLabel(id, reference, driverName(), vehicleName());
    }

    private TripView.DriverName driverName() {
        return driverId == null ? null : new TripView.DriverName(driverId, driverName);
    }

    private TripView.VehicleName vehicleName() {
        return vehicleId == null ? null : new TripView.VehicleName(vehicleId, vehicleName, vehiclePlate);
    }

    /**
     * True if the reader may see the stops exactly. The stops of a trip that a booking made are the load's: once the trip is cancelled with that booking, its
     * carrier sees no more than the market knew.
     */
    private boolean exact(boolean own) {
        return own && !(madeForBooking && status == TripStatus.CANCELLED);
    }

    MarketTrip onTheMarket(Instant now) {
        boolean there = (status == TripStatus.PLANNED || status == TripStatus.IN_PROGRESS) && now.isBefore(endsAt);
        return new MarketTrip(id, organisationId, equipment, there ? view(false) : null);
    }

    TripView view(boolean own) {
        return new TripView(
                id,
                reference,
                organisationId,
                status,
                equipment,
                capacity,
                stops.stream().map(stop -> stop.view(exact(own))).toList(),
                segments.stream().map(TripSegment::view).toList(),
                own ? driverName() : null,
                own ? vehicleName() : null,
                askPerKilometerMinor == null ? null : new Money(askPerKilometerMinor, askCurrency),
                own && floorPriceMinor != null ? new Money(floorPriceMinor, floorCurrency) : null,
                startsAt,
                endsAt,
                lateEntry,
                createdAt,
                version);
    }
}
