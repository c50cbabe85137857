package org.lanerunner.system.probe.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that the model knows of a history. */
final class World {

    final List<Company> companies;
    /** Three places along one way. */
    final List<String> places;

    final Instant begin;
    final List<ModelLoad> loads = new ArrayList<>();
    final List<ModelOffer> offers = new ArrayList<>();
    final List<ModelTrip> trips = new ArrayList<>();
    final List<ModelBooking> bookings = new ArrayList<>();

    World(List<Company> companies, List<String> places, Instant begin) {
        this.companies = companies;
        this.places = places;
        this.begin = begin;
    }

    Company company(int number) {
        return companies.get(number % companies.size());
    }

    /** One of those that fit, or of all where the step is odd or none fits; null where there are none. */
    static <T> T pick(List<T> things, Step step, Predicate<T> fitting) {
        List<T> among = step.odd() ? things : things.stream().filter(fitting).collect(Collectors.toList());
        List<T> from = among.isEmpty() ? things : among;
        return from.isEmpty() ? null : from.get(step.what() % from.size());
    }

    /** What somebody would do next, and usually about what has come furthest; where nothing is to be done there is a load to post. */
    Step goOn(Step step) {
        List<Act> next = new ArrayList<>();
        next(next, Act.OFFER, legs(), ModelLeg::onTheMarket);
        next(next, Act.ACCEPT, offers, offer -> offer.open() && offer.leg.onTheMarket());
        next(next, Act.CORRECT, bookings, booking -> booking.mayCorrect(true, 0));
        next(next, Act.ASSIGN_TRIP, trips, ModelTrip::waitsForCrew);
        next(next, Act.DISPATCH, bookings, ModelBooking::mayDispatch);
        next(next, Act.ARRIVE, bookings, booking -> booking.mayArrive(booking.nextToArrive()));
        next(next, Act.DELIVER, bookings, ModelBooking::mayDeliver);
        next(next, Act.CONTEST, bookings, booking -> booking.state == ModelBooking.State.DELIVERED);
        next(next, Act.ANSWER_CONTEST, bookings, ModelBooking::awaitsAnswer);
        next(next, Act.END_CONTEST, bookings, booking -> booking.state == ModelBooking.State.CONTESTED);
        next(next, Act.ACCEPT_PROOF, bookings, booking -> booking.state == ModelBooking.State.DELIVERED);
        next(next, Act.END_TRIP, trips, ModelTrip::mayEnd);
        int from = step.how() % 3 == 0 || next.isEmpty() ? 0 : next.size() - 1;
        int number = next.isEmpty() ? 0 : from + step.how() % (next.size() - from);
        Act act = next.isEmpty() ? Act.POST_LOAD : next.get(number);
        return new Step(act, step.who(), step.what(), step.how());
    }

    private static <T> void next(List<Act> next, Act act, List<T> things, Predicate<T> waiting) {
        if (things.stream().anyMatch(waiting)) {
            next.add(act);
        }
    }

    List<ModelLeg> legs() {
        return loads.stream().flatMap(load -> load.legs.stream()).toList();
    }

    void closeOffersOn(ModelLeg leg) {
        offers.stream()
                .filter(offer -> offer.leg == leg && offer.open())
                .forEach(offer -> offer.state = ModelOffer.State.CLOSED);
    }

    /** A booking is undone; its leg is for the caller to tell. */
    void undo(ModelBooking booking) {
        booking.state = ModelBooking.State.CANCELLED;
        booking.trip.drop(booking);
        booking.leg.load.owner.refund(booking.price.minorUnits());
    }

    /** As {@link Tables#states} has it. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        loads.forEach(load -> states.put("load " + load.id, load.status()));
        legs().forEach(leg -> states.put("leg " + leg.id, leg.told()));
        offers.forEach(offer -> states.put("offer " + offer.id, offer.state.name()));
        trips.forEach(trip -> states.put("trip " + trip.id, trip.told()));
        bookings.forEach(booking -> states.put("booking " + booking.id, booking.told()));
        return states;
    }

    Map<UUID, Integer> lastStops() {
        return bookings.stream().collect(Collectors.toMap(booking -> booking.id, booking -> booking.leg.stops - 1));
    }
}
