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
 * happens on the road is told of the carrier's; the broker's follows in the same transaction, and the leg follows the broker's. The load's lock covers both.
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

    /** Gives a broker's leg to who carries it. 409 bookings/covered, bookings/loaded. */
    OfferedLeg giveOn(AcceptedOffer offer) {
        Booking brokers = bookings.forUpdate(offer.upstreamBookingId()).orElseThrow();
        if (!brokers.beforeLoading()) {
            throw Refusal.conflict("bookings/loaded", "Something is loaded already.");
        }
        return loads.haul(offer.loadId(), offer.legId(), offer.sellerOrganisationId());
    }

    /** The standing booking that carries a broker's, locked. */
    Optional<Booking> carrierOf(Booking booking) {
        return booking.hasTrip() ? Optional.empty() : bookings.carryingForUpdate(booking.id());
    }

    /**
     * Something was told of a booking: its broker's says the same, as the broker's word, since who drives is not the shipper's to know; and the leg says what the
     * booking says that its owner bought.
     */
    void follow(Booking told) {
        Optional<Booking> brokers = brokersOf(told);
        brokers.ifPresent(booking -> passOn(told, booking));
        Booking ownersOwn = brokers.orElse(told);
        loads.follow(ownersOwn.loadId(), ownersOwn.legId(), ownersOwn.status().ofLeg());
    }

    /** Something that was told of a booking is taken back: as {@link #follow}, the other way. */
    void followBack(Booking told, Function<Booking, List<DomainEvent>> asTold) {
        Optional<Booking> brokers = brokersOf(told);
        brokers.ifPresent(booking -> publish(booking, asTold.apply(booking)));
        Booking ownersOwn = brokers.orElse(told);
        loads.follow(ownersOwn.loadId(), ownersOwn.legId(), ownersOwn.status().ofLeg());
    }

    /** The other agreement about the same leg, where a broker stands between: the one that is carried by this one, or that carries it. Locked. */
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

    /** Who else may read what proves the delivery: the buyer of the broker's booking. */
    Optional<UUID> shipperBehind(Booking carriers) {
        return brokersOf(carriers).map(Booking::buyerOrganisationId);
    }

    /** The broker's that this one carries, locked. */
    Optional<Booking> brokersOf(Booking carriers) {
        return Optional.ofNullable(carriers.upstreamBookingId()).flatMap(bookings::forUpdate);
    }
}
