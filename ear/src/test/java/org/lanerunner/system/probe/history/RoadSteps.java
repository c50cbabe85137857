package org.lanerunner.system.probe.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.bookings.BookingView;
import org.lanerunner.bookings.CorrectionRequest;
import org.lanerunner.bookings.DeliveryRequest;
import org.lanerunner.bookings.PinpointRequest;
import org.lanerunner.bookings.RoadFactKind;
import org.lanerunner.bookings.StopRequest;
import org.lanerunner.bookings.UndoRequest;
import org.lanerunner.bookings.Undoable;
import org.lanerunner.fleet.DriverDetails;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.fleet.VehicleDetails;
import org.lanerunner.places.Site;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.trips.AssignmentRequest;
import org.lanerunner.trips.TripRequest;
import org.lanerunner.trips.TripView;

/** Trips, and bookings from the dispatch to the money. */
final class RoadSteps {

    private static final int KILOGRAMS = 10_000;
    private static final String WHY = "as the driver says";

    private final Services services;
    private final Tables tables;
    private final World world;
    private UUID lastDriver;
    private UUID lastVehicle;

    RoadSteps(Services services, Tables tables, World world) {
        this.services = services;
        this.tables = tables;
        this.world = world;
    }

    Attempt<?> postTrip(Step step) {
        Company carrier = world.company(step.who());
        List<TripRequest.Stop> stops = Stream.of(0, 1, 2)
                .map(place ->
                        new TripRequest.Stop(world.places.get(place), null, null, MarketSteps.local(2 + 6 * place)))
                .toList();
        return Attempt.of(
                Attempt.Verdict.DONE,
                () -> services.trips()
                        .post(
                                carrier.caller,
                                new TripRequest(
                                        stops,
                                        Equipment.DRY_VAN,
                                        MarketSteps.kilograms(KILOGRAMS),
                                        null,
                                        null,
                                        null,
                                        null)),
                (TripView posted) -> world.trips.add(new ModelTrip(posted.id(), carrier, KILOGRAMS, 2, false)));
    }

    /** Usually with a driver and a vehicle of its own; sometimes with those of another trip, which may be taken. On the way they take over. */
    Attempt<?> assign(Step step) {
        ModelTrip trip = World.pick(
                world.trips,
                step,
                any -> any.waitsForCrew() || (any.state == ModelTrip.State.IN_PROGRESS && step.how() % 4 == 0));
        if (trip == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : trip.carrier;
        boolean taken = lastDriver != null && step.how() % 6 == 0;
        return Attempt.of(
                Attempt.Verdict.of(who == trip.carrier && trip.takesMore()).unless(taken),
                () -> {
                    if (!taken) {
                        newCrew(trip.carrier);
                    }
                    return services.trips()
                            .assign(
                                    who.caller,
                                    trip.id,
                                    new AssignmentRequest(lastDriver, lastVehicle, null),
                                    IfMatch.ANY);
                },
                done -> trip.assigned = true);
    }

    private void newCrew(Company carrier) {
        lastDriver = services.fleet()
                .addDriver(carrier.caller, new DriverDetails("Dee Driver", null, null, true))
                .id();
        lastVehicle = services.fleet()
                .addVehicle(
                        carrier.caller,
                        new VehicleDetails(
                                "Truck",
                                "P " + UUID.randomUUID().toString().substring(0, 8),
                                Equipment.DRY_VAN,
                                MarketSteps.kilograms(KILOGRAMS),
                                true))
                .id();
    }

    Attempt<?> cancelTrip(Step step) {
        ModelTrip trip =
                World.pick(world.trips, step, any -> any.state == ModelTrip.State.PLANNED && any.bookings.isEmpty());
        if (trip == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : trip.carrier;
        return Attempt.of(
                Attempt.Verdict.of(
                        who == trip.carrier && trip.state == ModelTrip.State.PLANNED && trip.bookings.isEmpty()),
                () -> services.trips().cancel(who.caller, trip.id, IfMatch.ANY),
                done -> trip.state = ModelTrip.State.CANCELLED);
    }

    Attempt<?> endTrip(Step step) {
        ModelTrip trip = World.pick(world.trips, step, ModelTrip::mayEnd);
        if (trip == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : trip.carrier;
        return Attempt.of(
                Attempt.Verdict.of(who == trip.carrier && trip.mayEnd()),
                () -> services.roadFacts().endTrip(who.caller, trip.id, IfMatch.ANY),
                done -> trip.state = ModelTrip.State.COMPLETED);
    }

    Attempt<?> dispatch(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, ModelBooking::mayDispatch);
        if (booking == null) {
            return null;
        }
        Company who = seller(booking, step);
        Instant at = time(step);
        return Attempt.of(
                Attempt.Verdict.of(who == booking.seller && booking.mayDispatch())
                        .unless(at != null),
                () -> services.roadFacts().dispatch(who.caller, booking.id, at, IfMatch.ANY),
                done -> {
                    booking.state = ModelBooking.State.DISPATCHED;
                    booking.trip.state = ModelTrip.State.IN_PROGRESS;
                });
    }

    Attempt<?> arrive(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.mayArrive(any.nextToArrive()));
        if (booking == null) {
            return null;
        }
        Company who = seller(booking, step);
        int stop = step.odd() ? step.how() % 4 : booking.nextToArrive();
        Instant at = time(step);
        return Attempt.of(
                Attempt.Verdict.of(who == booking.seller && booking.mayArrive(stop))
                        .unless(at != null),
                () -> services.roadFacts().arrive(who.caller, booking.id, new StopRequest(stop, at, WHY), IfMatch.ANY),
                done -> booking.arrive(stop));
    }

    Attempt<?> depart(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.mayDepart(any.nextToDepart()));
        if (booking == null) {
            return null;
        }
        Company who = seller(booking, step);
        int stop = step.odd() ? step.how() % 4 : booking.nextToDepart();
        Instant at = time(step);
        return Attempt.of(
                Attempt.Verdict.of(who == booking.seller && booking.mayDepart(stop))
                        .unless(at != null),
                () -> services.roadFacts().depart(who.caller, booking.id, new StopRequest(stop, at, WHY), IfMatch.ANY),
                done -> booking.depart(stop));
    }

    Attempt<?> correct(Step step) {
        boolean arrival = step.how() % 3 != 0;
        ModelBooking booking = World.pick(world.bookings, step, any -> any.mayCorrect(true, 0));
        if (booking == null) {
            return null;
        }
        Company who = seller(booking, step);
        int stop = step.how() / 2 % 2;
        RoadFactKind kind = arrival ? RoadFactKind.ARRIVAL : RoadFactKind.DEPARTURE;
        long millisAgo = step.how() % 2 == 0 ? 0 : step.how() % 50;
        Instant at = Instant.now().minusMillis(millisAgo).truncatedTo(ChronoUnit.MICROS);
        return Attempt.of(
                Attempt.Verdict.of(who == booking.seller && booking.mayCorrect(arrival, stop))
                        .unless(true),
                () -> services.roadFacts()
                        .correct(who.caller, booking.id, new CorrectionRequest(stop, kind, at, WHY), IfMatch.ANY),
                done -> booking.inferred[stop] &= arrival);
    }

    /** The latest fact, which may have been corrected or told too long ago; or another one, which is refused. */
    Attempt<?> undo(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.latest() != null);
        if (booking == null) {
            return null;
        }
        Company who = seller(booking, step);
        ModelBooking.Fact latest = booking.latest();
        ModelBooking.Fact fact = step.odd() || latest == null ? any(step) : latest;
        return Attempt.of(
                Attempt.Verdict.of(who == booking.seller && fact.equals(latest)).unless(true),
                () -> undo(who, booking, new UndoRequest(fact.what(), fact.stop())),
                done -> booking.undo(fact));
    }

    private BookingView undo(Company who, ModelBooking booking, UndoRequest request) {
        return request.ofDispatch()
                ? services.withdrawals().undoDispatch(who.caller, booking.id, request, IfMatch.ANY)
                : services.withdrawals().undoFact(who.caller, booking.id, request, IfMatch.ANY);
    }

    private static ModelBooking.Fact any(Step step) {
        Undoable what = Undoable.values()[step.how() % 3];
        return new ModelBooking.Fact(what, what == Undoable.DISPATCH ? null : step.how() / 3 % 4);
    }

    /** A few steps from where it is known to be, or hundreds of kilometres. */
    Attempt<?> pinpoint(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.mayPinpoint(any.nextToDepart()));
        if (booking == null) {
            return null;
        }
        Company one = step.how() % 2 == 0 ? booking.seller : booking.leg.load.owner;
        Company who = step.odd() ? world.company(step.how()) : one;
        boolean party = who == booking.seller || who == booking.leg.load.owner;
        int stop = step.odd() ? step.how() % 4 : booking.nextToDepart();
        boolean near = step.how() % 7 != 0;
        Site site = services.bookings()
                .view(booking.seller.caller, booking.id)
                .stops()
                .get(Math.min(stop, booking.arrived.length - 1))
                .agreed()
                .place();
        double north = near ? 0.001 : 5;
        return Attempt.of(
                Attempt.Verdict.of(party && near && booking.mayPinpoint(stop)),
                () -> services.stopPoints()
                        .pinpoint(
                                who.caller,
                                booking.id,
                                new PinpointRequest(
                                        stop, site.latitude() + north, site.longitude(), 100.0 + step.how() % 1000),
                                IfMatch.ANY),
                done -> {});
    }

    Attempt<?> deliver(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, ModelBooking::mayDeliver);
        if (booking == null) {
            return null;
        }
        Company who = seller(booking, step);
        Instant at = time(step);
        return Attempt.of(
                Attempt.Verdict.of(who == booking.seller && booking.mayDeliver())
                        .unless(at != null),
                () -> services.roadFacts()
                        .deliver(
                                who.caller,
                                booking.id,
                                new DeliveryRequest(at, "Bo Dock", null, null, null),
                                IfMatch.ANY),
                done -> {
                    booking.state = ModelBooking.State.DELIVERED;
                    booking.trip.completeIfDone();
                });
    }

    Attempt<?> acceptProof(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.state == ModelBooking.State.DELIVERED);
        if (booking == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : booking.leg.load.owner;
        return Attempt.of(
                Attempt.Verdict.of(who == booking.leg.load.owner && booking.state == ModelBooking.State.DELIVERED),
                () -> services.bookings().acceptProof(who.caller, booking.id, IfMatch.ANY),
                done -> settle(booking));
    }

    /** The time is over in which the buyer could look at the proof; or it is not, and nothing happens. */
    Attempt<?> release(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.state == ModelBooking.State.DELIVERED);
        if (booking == null) {
            return null;
        }
        boolean due = step.how() % 3 != 0;
        return Attempt.byTime(
                () -> {
                    if (due) {
                        tables.age("bookings.booking", "release_due_at", booking.id);
                    }
                    services.bookings().release(booking.id);
                    return null;
                },
                () -> {
                    if (due && booking.state == ModelBooking.State.DELIVERED) {
                        settle(booking);
                    }
                });
    }

    Attempt<?> cancel(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, ModelBooking::mayCancel);
        if (booking == null) {
            return null;
        }
        Company one = step.how() % 2 == 0 ? booking.seller : booking.leg.load.owner;
        Company who = step.odd() ? world.company(step.how()) : one;
        boolean party = who == booking.seller || who == booking.leg.load.owner;
        return Attempt.of(
                Attempt.Verdict.of(party && booking.mayCancel()),
                () -> services.bookings().cancel(who.caller, booking.id, "no truck", IfMatch.ANY),
                done -> {
                    world.undo(booking);
                    booking.leg.reopen();
                });
    }

    static void settle(ModelBooking booking) {
        booking.state = ModelBooking.State.SETTLED;
        booking.leg.load.owner.pay(booking.seller, booking.price, booking.fee);
    }

    private Company seller(ModelBooking booking, Step step) {
        return step.odd() ? world.company(step.how()) : booking.seller;
    }

    /** Null stands for the present moment. */
    private static Instant time(Step step) {
        return step.how() % 4 == 0 ? ago(step) : null;
    }

    private static Instant ago(Step step) {
        return Instant.now().minus(step.how() % 23, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
    }
}
