package org.lanerunner.trips;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.EventData;
import org.lanerunner.events.Events;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.fleet.Fleet;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.identity.Organisations;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.places.Sites;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/** The use cases of a trip's carrier, and what bookings ask of trips. */
@Stateless
public class Trips {

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private TripRepository trips;

    @Inject
    private Fleet fleet;

    @Inject
    private Sites sites;

    @Inject
    private Organisations organisations;

    @Inject
    private Events events;

    @Inject
    private Event<TripAssigning> assigning;

    @Inject
    private Event<TripAssigned> told;

    @Inject
    private Clock clock;

    /** Posts a trip. Driver and vehicle may be named, both or neither, and are then assigned at once. */
    public TripView post(Caller caller, TripRequest request) {
        caller.require(TripPermissions.POST);
        organisations.requireOpen(caller.organisationId());
        if ((request.driverId() == null) != (request.vehicleId() == null)) {
            throw Refusal.invalid(
                    request.driverId() == null ? "/driverId" : "/vehicleId",
                    "Name both driver and vehicle, or neither.");
        }
        Trip trip =
                new Trip(caller.organisationId(), TripPlan.of(request, sites, clock.instant()), false, clock.instant());
        trips.add(trip);
        events.publish(caller, trip.posted());
        if (request.driverId() != null) {
            assign(caller, trip, request.driverId(), request.vehicleId());
        }
        return trip.view(true);
    }

    /** Names driver and vehicle, which must be own ones, active, big enough and free. On a trip under way they take over from those who drove until then. */
    public TripView assign(Caller caller, UUID id, AssignmentRequest request, IfMatch ifMatch) {
        caller.require(TripPermissions.ASSIGN);
        request.check();
        boolean underWay = trips.underWay(caller, id);
        assigning.fire(new TripAssigning(id, caller.organisationId(), underWay));
        Trip trip = own(caller, id, ifMatch);
        trip.mustNotBeOver();
        if (trip.inProgress() != underWay) {
            throw Refusal.conflict("trips/just-started", "The trip has just started or been stood down. Try again.");
        }
        if (underWay) {
            relieve(trip, request);
        } else if (request.from() != null) {
            throw Refusal.invalid("/from", "The trip is not under way; who is named drives it from its start.");
        }
        assign(caller, trip, request.driverId(), request.vehicleId());
        return trip.view(true);
    }

    /** The drivers and vehicles of the trip with their times, oldest first; for the carrier's office and for the present driver. */
    public Page<AssignmentView> assignments(Caller caller, UUID id, PageRequest page) {
        caller.require(TripPermissions.VIEW);
        Trip trip = trips.own(caller, driverFilter(caller, TripPermissions.VIEW), id)
                .orElseThrow(() -> notSeen(caller, id));
        return Page.of(
                trips.assignments(trip.id(), page.afterId(NOBODY), page.limit() + 1).stream()
                        .map(Assignment::view)
                        .toList(),
                page.limit(),
                AssignmentView::id);
    }

    /** The shifts of the trip as they stand at this moment. It does not ask who calls. */
    public List<Shift> shifts(UUID id) {
        return trips.shifts(id);
    }

    public TripView cancel(Caller caller, UUID id, IfMatch ifMatch) {
        caller.require(TripPermissions.POST);
        Trip trip = own(caller, id, ifMatch);
        events.publish(caller, trip.cancel());
        trips.flush();
        return trip.view(true);
    }

    /** Shows own trips whole (a driver's only the assigned ones), and published trips and those booked on as others see them. All others are not found. */
    public TripView view(Caller caller, UUID id) {
        caller.requireAny(TripPermissions.VIEW, LoadPermissions.MARKET_VIEW);
        return seen(caller, id).orElseThrow(() -> notSeen(caller, id));
    }

    private Refusal notSeen(Caller caller, UUID id) {
        return passedOnBy(caller, TripPermissions.VIEW, id) ? passedOn() : Refusal.notFound("trips");
    }

    /** True if the caller's permission reaches the own trips only, and the caller drove a part of this one and has been relieved. */
    public boolean passedOnBy(Caller caller, String permission, UUID id) {
        UUID driver = driverFilter(caller, permission);
        return driver != null && trips.drove(driver, id);
    }

    /** 404 trips/passed-on: a driver sees no more of a trip that they have handed over. */
    public static Refusal passedOn() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "trips/passed-on", "This trip has passed to somebody else.");
    }

    /** As {@link #view}, for a trip that a request names; empty for one that the caller does not see. */
    public Optional<TripView> seen(Caller caller, UUID id) {
        return trips.own(caller, driverFilter(caller, TripPermissions.VIEW), id)
                .map(trip -> trip.view(true))
                .or(() -> trips.asOther(caller, id, caller.may(LoadPermissions.MARKET_VIEW), clock.instant())
                        .map(trip -> trip.view(false)));
    }

    public Page<TripView> own(Caller caller, TripStatus status, PageRequest page) {
        caller.require(TripPermissions.VIEW);
        return Page.of(
                        trips.own(caller, driverFilter(caller, TripPermissions.VIEW), status, page),
                        page.limit(),
                        Trip::id)
                .map(trip -> trip.view(true));
    }

    public Page<TripView> market(Caller caller, Equipment equipment, PageRequest page) {
        caller.require(LoadPermissions.MARKET_VIEW);
        List<Trip> found = trips.market(
                caller.organisationId(), equipment, page.afterId(Uuid7.next()), page.limit() + 1, clock.instant());
        return Page.of(found, page.limit(), Trip::id).map(trip -> trip.view(false));
    }

    /** Trips of others that could carry the leg, as the market sees them; for matching. */
    public List<TripView> meeting(UUID notOf, OfferedLeg leg, int limit) {
        return trips.meeting(notOf, leg.equipment(), leg.firstWindowStart(), leg.lastWindowEnd(), limit).stream()
                .map(trip -> trip.view(false))
                .toList();
    }

    /** Of these trips, those that were posted for the market, as it knows them at this moment; for those who follow the market. */
    public List<MarketTrip> onTheMarket(Collection<UUID> ids) {
        Instant now = clock.instant();
        return trips.posted(ids).stream().map(trip -> trip.onTheMarket(now)).toList();
    }

    /** For other features: the present driver; empty where that driver has no account. */
    public Optional<DrivenBy> drivenBy(UUID id) {
        return trips.find(id)
                .filter(trip -> trip.driverId() != null)
                .flatMap(trip -> accountOf(trip.organisationId(), trip.driverId()));
    }

    /** For other features: the person with an account who drives under this record of the organisation. */
    public Optional<DrivenBy> accountOf(UUID organisationId, UUID driverId) {
        return fleet.driverIn(organisationId, driverId)
                .map(DriverView::personId)
                .map(person -> new DrivenBy(organisationId, person));
    }

    /** A trip as bookings and tracking need it. It does not ask who calls. */
    public TripView get(UUID id) {
        return trips.find(id).map(trip -> trip.view(true)).orElseThrow(() -> Refusal.notFound("trips"));
    }

    /** What lists of bookings show of their trips, in one query for all. It does not ask who calls. */
    public Map<UUID, TripLabel> labels(Collection<UUID> ids) {
        return trips.all(ids).stream().map(Trip::label).collect(toMap(TripLabel::id, identity()));
    }

    /** What lists of offers show of their trips, in two queries for all. It does not ask who calls. */
    public Map<UUID, TripSummary> summaries(Collection<UUID> ids) {
        // the trips are read first, so that they are in memory when their segments ask for them
        List<Trip> found = trips.withStops(ids);
        Map<UUID, List<Capacity>> remaining = ids.isEmpty() ? Map.of() : trips.remaining(ids);
        return found.stream()
                .map(trip -> trip.summary(remaining.getOrDefault(trip.id(), List.of())))
                .collect(toMap(TripSummary::id, identity()));
    }

    /** The trip that a driver is on now. A driver who has been relieved on the way is not on it any more, though it goes on. */
    public Optional<TripView> inProgressOf(UUID driverId) {
        return trips.inProgressOf(driverId).map(trip -> trip.view(true));
    }

    /** Takes the trip's lock, so that its bookings change it one at a time. */
    public void lock(UUID id) {
        trips.forUpdate(id).orElseThrow(() -> Refusal.notFound("trips"));
    }

    /** Takes capacity for a booking. */
    public void reserve(UUID tripId, CarriedLoad load) {
        Trip trip = trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips"));
        trip.reserve(load, clock.instant());
        trips.changed(trip);
    }

    /**
     * Makes a trip along a leg's stops, for a booking whose offer named none. It carries just this booking. It follows from the acceptance by itself: the
     * person who accepted may belong to the other side, and has posted no trip of the carrier's.
     */
    public UUID makeFor(UUID carrierOrganisationId, OfferedLeg leg, UUID bookingId) {
        Trip trip = new Trip(carrierOrganisationId, TripPlan.along(leg), true, clock.instant());
        trip.reserve(CarriedLoad.of(bookingId, leg), clock.instant());
        trips.add(trip);
        events.publish(Caller.system(carrierOrganisationId), trip.posted().involving(bookingId));
        return trip.id();
    }

    /** Gives a booking's capacity back. */
    public void release(Caller caller, UUID tripId, UUID bookingId, boolean lastDispatched) {
        Trip trip = trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips"));
        if (lastDispatched && trip.inProgress()) {
            publish(caller, trip.standDown(clock.instant()), bookingId);
        }
        publish(caller, trip.release(bookingId), bookingId);
        trips.changed(trip);
        trip.standBy(); // after that is written, since the same driver and vehicle are taken again
    }

    /** A booking is dispatched: the trip is under way, if it was not before. */
    public void start(Caller caller, UUID tripId, UUID bookingId, Instant at) {
        Trip trip = trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips"));
        if (!trip.inProgress()) {
            publish(caller, trip.start(at), bookingId);
        }
    }

    /** A dispatch was taken back, and nothing else of the trip is under way: it has not begun after all. 409 trips/too-many-assignments. */
    public void standDown(Caller caller, UUID tripId, UUID bookingId) {
        Trip trip = trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips"));
        if (trip.inProgress()) {
            trip.mustTakeAnotherAssignment();
            publish(caller, trip.standDown(clock.instant()), bookingId);
            trips.changed(trip);
            trip.standBy(); // after that is written, since the same driver and vehicle are taken again
        }
    }

    /** A dispatch was taken back, and others stand. If the trip began with it, the trip began with the first of the others instead. */
    public void startedLater(UUID tripId, Instant undone, Instant first) {
        Trip trip = trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips"));
        if (trip.inProgress() && trip.startedAt().equals(undone)) {
            trip.startedLater(first);
        }
    }

    /** Before the trip starts, driver and vehicle must be named, and both must still fit, since they may have changed. 409 trips/not-assigned and the like. */
    public void requireReady(UUID tripId) {
        Trip trip = trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips"));
        if (trip.planned()) {
            trip.mustBeAssigned();
            trip.mustFit(
                    fleet.driverIn(trip.organisationId(), trip.driverId()).orElseThrow(),
                    fleet.vehicleIn(trip.organisationId(), trip.vehicleId()).orElseThrow());
        }
    }

    /** Takes the lock of an own trip for a change. */
    public void lockOwn(Caller caller, UUID id, IfMatch ifMatch) {
        own(caller, id, ifMatch);
    }

    /** All that the trip carries is delivered. If that went to its last stop, the trip is done; otherwise its later segments are still for sale. */
    public void completeAtItsEnd(Caller caller, UUID tripId, UUID bookingId) {
        if (trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips")).carriesToItsEnd()) {
            complete(caller, tripId, bookingId);
        }
    }

    public TripView complete(Caller caller, UUID tripId, UUID involving) {
        Trip trip = trips.forUpdate(tripId).orElseThrow(() -> Refusal.notFound("trips"));
        publish(caller, trip.complete(clock.instant()), involving);
        trips.flush();
        return trip.view(true);
    }

    /** The driver record that limits what this caller sees by a permission; null where the permission reaches the whole organisation. */
    public UUID driverFilter(Caller caller, String permission) {
        return caller.reachesAll(permission) ? null : driverOf(caller).orElse(NOBODY);
    }

    /** For other features: the record under which the caller drives. */
    public Optional<UUID> driverOf(Caller caller) {
        return fleet.driverOf(caller).map(DriverView::id);
    }

    /** The end of the present assignment is written before the next one, which may have the same driver or vehicle. */
    private void relieve(Trip trip, AssignmentRequest request) {
        if (trip.isDoneBy(request.driverId(), request.vehicleId())) {
            throw Refusal.conflict("trips/assigned-already", "They do this trip already.");
        }
        Instant now = clock.instant();
        trip.relieve(request.from() == null ? now : request.from(), now);
        trips.flush();
    }

    private void assign(Caller caller, Trip trip, UUID driverId, UUID vehicleId) {
        DriverView driver =
                fleet.driverIn(caller.organisationId(), driverId).orElseThrow(() -> Refusal.unknown("/driverId"));
        VehicleView vehicle =
                fleet.vehicleIn(caller.organisationId(), vehicleId).orElseThrow(() -> Refusal.unknown("/vehicleId"));
        EventData before = trip.presentFacts();
        DomainEvent assigned = trip.assign(driver, vehicle, caller.actorId(), clock.instant());
        if (trips.driverTaken(trip, driverId)) {
            throw Refusal.conflict("trips/driver-taken", "This driver is on another trip at that time.");
        }
        if (trips.vehicleTaken(trip, vehicleId)) {
            throw Refusal.conflict("trips/vehicle-taken", "This vehicle is on another trip at that time.");
        }
        try {
            trips.flush();
        } catch (PersistenceException excluded) {
            throw Refusal.conflict(
                    "trips/taken", "Driver or vehicle has just been taken for another trip at that time.");
        }
        Instant from = trip.inProgress() ? trip.present().from() : null;
        events.publish(caller, from == null ? assigned : assigned.occurredAt(from));
        told.fire(new TripAssigned(caller, trip.id(), driverId, vehicleId, before, from));
    }

    private void publish(Caller caller, DomainEvent event, UUID bookingId) {
        if (event != null) {
            events.publish(caller, event.involving(bookingId));
        }
    }

    private Trip own(Caller caller, UUID id, IfMatch ifMatch) {
        Trip trip = trips.ownForUpdate(caller, id).orElseThrow(() -> Refusal.notFound("trips"));
        ifMatch.require(trip.version());
        return trip;
    }
}
