package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.lanerunner.deals.AcceptedOffer;
import org.lanerunner.deals.DealPermissions;
import org.lanerunner.deals.Deals;
import org.lanerunner.events.Events;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.loads.Loads;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;
import org.lanerunner.trips.CarriedLoad;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/**
 * The acceptance of an offer, in one transaction: the leg leaves the market, the other offers close, the trip gives capacity (or is made; a broker has none),
 * the price is funded, and the booking stands. A broker's leg is off the market already: it is given on to the carrier. Every acceptance holds both
 * organisations open and locks load, offers, booking, trip and wallet in this order. So of many acceptances at once one wins, and the rest are told why.
 */
@Stateless
public class Award {

    @Inject
    private Deals deals;

    @Inject
    private Loads loads;

    @Inject
    private Trips trips;

    @Inject
    private Brokerage brokerage;

    @Inject
    private Ledger ledger;

    @Inject
    private Funding funding;

    @Inject
    private BookingRepository bookings;

    @Inject
    private BookingViews views;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    public BookingView accept(Caller caller, UUID offerId, IfMatch ifMatch) {
        caller.require(DealPermissions.OFFERS_MAKE);
        deals.requireBothSides(caller, offerId);
        loads.lock(deals.loadOf(caller, offerId));
        AcceptedOffer offer = deals.accept(caller, offerId, ifMatch);
        if (offer.testMoney() != ledger.testMoney()) {
            throw Refusal.conflict(
                    "bookings/other-money",
                    "This load was posted for another kind of money than is booked with here now.");
        }
        UUID bookingId = Uuid7.next();
        OfferedLeg leg = leg(caller, offer, bookingId);
        TripView trip = offer.brokered() ? null : trip(offer, leg, bookingId);
        Booking booking = new Booking(bookingId, offer, leg, trip, clock.instant());
        bookings.add(booking);
        fund(caller, booking);
        events.publish(caller, booking.confirmed());
        return views.of(caller, booking);
    }

    /** Says whose money is wanting, in words for the person who accepts. How much the other side has is not theirs to know. */
    private void fund(Caller caller, Booking booking) {
        try {
            funding.fund(caller, booking.agreement());
        } catch (Refusal refused) {
            if (!refused.slug().equals(Ledger.INSUFFICIENT_FUNDS)) {
                throw refused;
            }
            boolean own = booking.buyerOrganisationId().equals(caller.organisationId());
            throw Refusal.conflict(
                    Ledger.INSUFFICIENT_FUNDS,
                    own
                            ? "Your wallet does not cover the price of "
                                    + booking.money().price() + ": add money, then accept again."
                            : "The buyer's wallet does not cover the price. We have told them; the offer stands until it ends, so try again later.");
        }
    }

    /** The leg is taken off the market. Where a broker has done that already, it is given to the carrier. */
    private OfferedLeg leg(Caller caller, AcceptedOffer offer, UUID bookingId) {
        return offer.upstreamBookingId() == null
                ? loads.cover(
                        caller,
                        offer.loadId(),
                        offer.legId(),
                        bookingId,
                        offer.sellerOrganisationId(),
                        offer.brokered())
                : brokerage.giveOn(offer);
    }

    private TripView trip(AcceptedOffer offer, OfferedLeg leg, UUID bookingId) {
        if (offer.tripId() == null) {
            return trips.get(trips.makeFor(offer.sellerOrganisationId(), leg, bookingId));
        }
        trips.reserve(offer.tripId(), CarriedLoad.of(bookingId, offer.buyerOrganisationId(), leg));
        return trips.get(offer.tripId());
    }
}
