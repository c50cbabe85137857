package org.lanerunner.system.probe.history;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.bookings.BookingView;
import org.lanerunner.deals.OfferRequest;
import org.lanerunner.deals.OfferView;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadRequest;
import org.lanerunner.loads.LoadView;
import org.lanerunner.loads.StopKind;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Money;

/** Loads and offers, up to the award. */
final class MarketSteps {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final Services services;
    private final Tables tables;
    private final World world;

    MarketSteps(Services services, Tables tables, World world) {
        this.services = services;
        this.tables = tables;
        this.world = world;
    }

    Attempt<?> post(Step step, boolean draft) {
        Company owner = world.company(step.who());
        ModelLeg.State state = draft ? ModelLeg.State.DRAFT : ModelLeg.State.OPEN;
        Plan plan = Plan.of(step);
        return Attempt.of(
                Attempt.Verdict.DONE,
                () -> services.loads().post(owner.caller, request(plan, draft)),
                (LoadView posted) -> world.loads.add(new ModelLoad(posted, owner, plan, state)));
    }

    Attempt<?> postDraft(Step step) {
        ModelLoad load = World.pick(world.loads, step, ModelLoad::mayPost);
        Company who = owner(load, step);
        return load == null
                ? null
                : Attempt.of(
                        Attempt.Verdict.of(who == load.owner && load.mayPost()),
                        () -> services.loads().postDraft(who.caller, load.id, IfMatch.ANY),
                        done -> load.legs.forEach(leg -> leg.state = ModelLeg.State.OPEN));
    }

    Attempt<?> change(Step step) {
        ModelLoad load = World.pick(world.loads, step, ModelLoad::mayChange);
        Company who = owner(load, step);
        Plan plan = Plan.of(step);
        return load == null
                ? null
                : Attempt.of(
                        Attempt.Verdict.of(who == load.owner && load.mayChange()),
                        () -> services.loads().change(who.caller, load.id, request(plan, false), IfMatch.ANY),
                        (LoadView changed) -> {
                            load.legs.forEach(world::closeOffersOn);
                            load.describe(changed, plan, load.state());
                        });
    }

    Attempt<?> cancel(Step step) {
        ModelLoad load = World.pick(world.loads, step, ModelLoad::mayCancel);
        Company who = owner(load, step);
        return load == null
                ? null
                : Attempt.of(
                        Attempt.Verdict.of(who == load.owner && load.mayCancel()),
                        () -> services.loads().cancel(who.caller, load.id, "not needed", IfMatch.ANY),
                        done -> load.legs.forEach(this::cancelled));
    }

    private void cancelled(ModelLeg leg) {
        if (leg.booking != null) {
            world.undo(leg.booking);
        }
        leg.booking = null;
        leg.state = ModelLeg.State.CANCELLED;
        world.closeOffersOn(leg);
    }

    /** Of a draft nothing follows but that its time is over. */
    Attempt<?> expire(Step step) {
        ModelLeg leg = World.pick(world.legs(), step, any -> !any.over);
        return leg == null
                ? null
                : Attempt.byTime(
                        () -> {
                            tables.age("loads.leg", "expires_at", leg.id);
                            services.loads().expire(leg.id);
                            return null;
                        },
                        () -> {
                            leg.over = true;
                            if (leg.state == ModelLeg.State.OPEN) {
                                leg.state = ModelLeg.State.EXPIRED;
                                world.closeOffersOn(leg);
                            }
                        });
    }

    /** A carrier offers to carry it, on a trip of its own or on one that would be made for it. */
    Attempt<?> offer(Step step) {
        ModelLeg leg = World.pick(world.legs(), step, ModelLeg::onTheMarket);
        if (leg == null) {
            return null;
        }
        Company maker = world.company(step.who());
        ModelTrip trip = step.how() % 2 == 0
                ? null
                : World.pick(world.trips, step, any -> any.carrier == maker && any.takesMore());
        return make(step, leg, trip, maker);
    }

    /** A load's owner asks a trip's carrier to carry it. */
    Attempt<?> offerToTrip(Step step) {
        ModelLeg leg = World.pick(world.legs(), step, ModelLeg::onTheMarket);
        if (leg == null) {
            return null;
        }
        Company owner = leg.load.owner;
        ModelTrip trip = World.pick(world.trips, step, any -> any.carrier != owner && any.isShownTo(owner));
        return make(step, leg, trip, owner);
    }

    private Attempt<?> make(Step step, ModelLeg leg, ModelTrip trip, Company maker) {
        boolean byOwner = maker == leg.load.owner;
        Company seller = byOwner && trip != null ? trip.carrier : maker;
        boolean fits = byOwner
                ? trip != null && trip.carrier != maker && trip.isShownTo(maker)
                : trip == null || (trip.carrier == maker && trip.takesMore());
        long fixed = leg.load.plan.price();
        long price = fixed == 0 ? Plan.priceOf(step) : fixed;
        UUID tripId = trip == null ? null : trip.id;
        return Attempt.of(
                Attempt.Verdict.of(fits && leg.onTheMarket()),
                () -> services.deals()
                        .make(
                                maker.caller,
                                new OfferRequest(
                                        leg.load.id, leg.id, null, tripId, false, new Money(price, "USD"), null)),
                (OfferView made) -> {
                    ModelOffer offer = new ModelOffer(made.id(), leg, trip, seller, maker, price);
                    giveWay(offer);
                    world.offers.add(offer);
                });
    }

    Attempt<?> counter(Step step) {
        ModelOffer offer = World.pick(
                world.offers, step, any -> any.open() && any.leg.load.plan.price() == 0 && any.leg.onTheMarket());
        if (offer == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : offer.other();
        long price = Plan.priceOf(step);
        return Attempt.of(
                Attempt.Verdict.of(who == offer.other()
                        && offer.open()
                        && offer.leg.load.plan.price() == 0
                        && offer.leg.onTheMarket()),
                () -> services.deals().counter(who.caller, offer.id, new Money(price, "USD"), IfMatch.ANY),
                (OfferView made) -> {
                    offer.state = ModelOffer.State.COUNTERED;
                    ModelOffer next = new ModelOffer(made.id(), offer.leg, offer.trip, offer.seller, who, price);
                    giveWay(next);
                    world.offers.add(next);
                });
    }

    Attempt<?> decline(Step step) {
        ModelOffer offer = World.pick(world.offers, step, ModelOffer::open);
        if (offer == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : offer.other();
        return Attempt.of(
                Attempt.Verdict.of(who == offer.other() && offer.open()),
                () -> services.deals().decline(who.caller, offer.id, IfMatch.ANY),
                done -> offer.state = ModelOffer.State.DECLINED);
    }

    Attempt<?> withdraw(Step step) {
        ModelOffer offer = World.pick(world.offers, step, ModelOffer::open);
        if (offer == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : offer.maker;
        return Attempt.of(
                Attempt.Verdict.of(who == offer.maker && offer.open()),
                () -> services.deals().withdraw(who.caller, offer.id, IfMatch.ANY),
                done -> offer.state = ModelOffer.State.WITHDRAWN);
    }

    Attempt<?> expireOffer(Step step) {
        ModelOffer offer = World.pick(world.offers, step, ModelOffer::open);
        return offer == null || !offer.open()
                ? null
                : Attempt.byTime(
                        () -> {
                            tables.age("deals.offer", "expires_at", offer.id);
                            services.deals().expire(offer.id);
                            return null;
                        },
                        () -> offer.state = ModelOffer.State.EXPIRED);
    }

    Attempt<?> accept(Step step) {
        ModelOffer offer = World.pick(world.offers, step, ModelOffer::open);
        if (offer == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : offer.other();
        ModelLeg leg = offer.leg;
        boolean carried = offer.trip == null || (offer.trip.takesMore() && offer.trip.hasRoomFor(leg));
        boolean possible = who == offer.other()
                && offer.open()
                && leg.onTheMarket()
                && carried
                && leg.load.owner.canPay(offer.price);
        return Attempt.of(
                Attempt.Verdict.of(possible),
                () -> services.award().accept(who.caller, offer.id, IfMatch.ANY),
                (BookingView booked) -> book(offer, booked));
    }

    private void book(ModelOffer offer, BookingView booked) {
        ModelLeg leg = offer.leg;
        offer.state = ModelOffer.State.ACCEPTED;
        world.closeOffersOn(leg);
        ModelTrip trip = offer.trip;
        if (trip == null) {
            UUID made = booked.subject().tripId();
            trip = new ModelTrip(made, offer.seller, leg.load.plan.kilograms(), leg.stops - 1, true);
            world.trips.add(trip);
        }
        Money price = new Money(offer.price, "USD");
        ModelBooking booking = new ModelBooking(
                booked.id(), leg, trip, offer.seller, price, booked.amounts().fee());
        trip.carry(booking);
        world.bookings.add(booking);
        leg.booking = booking;
        leg.state = ModelLeg.State.COVERED;
        leg.load.owner.hold(offer.price);
    }

    private void giveWay(ModelOffer next) {
        world.offers.stream()
                .filter(offer -> offer.like(next))
                .forEach(offer -> offer.state = ModelOffer.State.WITHDRAWN);
    }

    private Company owner(ModelLoad load, Step step) {
        return load == null || step.odd() ? world.company(step.how()) : load.owner;
    }

    private LoadRequest request(Plan plan, boolean draft) {
        List<LoadRequest.Stop> stops = new ArrayList<>();
        stops.add(stop(StopKind.PICKUP, plan.from(), -6, 12));
        if (plan.kind() != Plan.Kind.DIRECT) {
            stops.add(stop(StopKind.DELIVERY, 1, -5, 18));
        }
        if (plan.kind() == Plan.Kind.IN_TWO_LEGS) {
            stops.add(stop(StopKind.PICKUP, 1, -5, 19));
        }
        stops.add(stop(StopKind.DELIVERY, plan.to(), -4, 24));
        return new LoadRequest(
                draft,
                Equipment.DRY_VAN,
                plan.wholeVehicle() ? CargoMode.FULL : CargoMode.PARTIAL,
                kilograms(plan.kilograms()),
                "Paper",
                null,
                stops,
                plan.kind() == Plan.Kind.IN_TWO_LEGS
                        ? List.of(new LoadRequest.Leg(0, 1), new LoadRequest.Leg(2, 3))
                        : null,
                plan.price() == 0 ? null : new Money(plan.price(), "USD"),
                plan.price() == 0 ? new LoadRequest.Bids("USD") : null);
    }

    private LoadRequest.Stop stop(StopKind kind, int place, int from, int to) {
        return new LoadRequest.Stop(
                kind, world.places.get(place), null, null, null, null, null, local(from), local(to), null);
    }

    static Capacity kilograms(int kilograms) {
        return new Capacity(BigDecimal.valueOf(kilograms), null, null, null, null);
    }

    static String local(int hours) {
        return LocalDateTime.now(ZONE)
                .plusHours(hours)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
