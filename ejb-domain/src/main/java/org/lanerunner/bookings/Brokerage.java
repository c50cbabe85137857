package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.lanerunner.deals.AcceptedOffer;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.loads.Loads;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;

/**
 * The two bookings of a brokered leg: the one that the broker sold, which has no trip, and the carrier's, which the broker bought and which carries it. What
 * happens on the road is told of the carrier's booking. The broker's booking follows it in the same transaction, and the leg follows the broker's. The load's
 * lock covers both.
 */
@ApplicationScoped
class Brokerage {

    private BookingRepository bookings;
    private Loads loads;
    private Events events;
    private Settings settings;
    private Clock clock;

    Brokerage() {}

    @Inject
    Brokerage(BookingRepository bookings, Loads loads, Events events, Settings settings, Clock clock) {
        this.bookings = bookings;
        this.loads = loads;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives a broker's leg on to the carrier. 409 bookings/covered, bookings/loaded. */
    OfferedLeg giveOn(AcceptedOffer offer) {
        Booking brokers = bookings.forUpdate(offer.upstreamBookingId()).orElseThrow();
        if (!brokers.beforeLoading()) {
            throw Refusal.conflict("bookings/loaded", "Something is loaded already.");
        }
        return loads.haul(offer.loadId(), offer.legId(), offer.sellerOrganisationId());
    }

    /** The booking that carries a broker's and is not cancelled, locked. */
    Optional<Booking> carrierOf(Booking booking) {
        return booking.hasTrip() ? Optional.empty() : bookings.carryingForUpdate(booking.id());
    }

    /**
     * Something was told of a booking. The broker's booking says the same, as the broker's word, since the shipper is not to know who drives. The leg says what
     * the booking says that the load's owner bought.
     */
    void follow(Booking told) {
        Optional<Booking> brokers = brokersOf(told);
        brokers.ifPresent(booking -> passOn(told, booking));
        Booking ownersOwn = brokers.orElse(told);
        loads.follow(ownersOwn.loadId(), ownersOwn.legId(), ownersOwn.status().ofLeg());
    }

    /** Something that was told of a booking is taken back: the other booking follows as in {@link #follow}, the other way round. */
    void followBack(Booking told, Function<Booking, List<DomainEvent>> asTold) {
        Optional<Booking> brokers = brokersOf(told);
        brokers.ifPresent(booking -> publish(booking, asTold.apply(booking)));
        Booking ownersOwn = brokers.orElse(told);
        loads.follow(ownersOwn.loadId(), ownersOwn.legId(), ownersOwn.status().ofLeg());
    }

    /** The other agreement about the same leg where a broker stands between, locked: the booking that this one carries, or the one that carries it. */
    Optional<Booking> otherOf(Booking booking) {
        return brokersOf(booking).or(() -> carrierOf(booking));
    }

    private void passOn(Booking told, Booking brokers) {
        publish(brokers, brokers.passOn(told, settings.duration(BookingSettings.RELEASE_AFTER), clock.instant()));
    }

    private void publish(Booking brokers, List<DomainEvent> passedOn) {
        events.publish(Caller.system(brokers.sellerOrganisationId()), passedOn.toArray(DomainEvent[]::new));
        bookings.changed(brokers);
    }

    /** The buyer of the broker's booking, who may also read the proof of the delivery. */
    Optional<UUID> shipperBehind(Booking carriers) {
        return brokersOf(carriers).map(Booking::buyerOrganisationId);
    }

    /** The broker's booking that this one carries, locked. */
    Optional<Booking> brokersOf(Booking carriers) {
        return Optional.ofNullable(carriers.upstreamBookingId()).flatMap(bookings::forUpdate);
    }
}
