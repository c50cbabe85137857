package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.ledger.Payout;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;

/** The end of a delivered booking: its money goes to the seller, less the fee, or as a whole back to the buyer. The load and the booking are locked before. */
@ApplicationScoped
class Settlement {

    private BookingRepository bookings;
    private Loads loads;
    private Release release;
    private KeptRecords records;
    private Events events;
    private Clock clock;

    Settlement() {}

    @Inject
    Settlement(
            BookingRepository bookings, Loads loads, Release release, KeptRecords records, Events events, Clock clock) {
        this.bookings = bookings;
        this.loads = loads;
        this.release = release;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    void settle(Caller caller, Booking booking) {
        Agreement agreement = booking.agreement();
        AgreedMoney money = agreement.money();
        end(caller, booking, agreement, booking.settle(clock.instant()), Payout.toSeller(money.price(), money.fee()));
        records.done(booking.buyerOrganisationId(), booking.sellerOrganisationId());
    }

    void refund(Caller caller, Booking booking) {
        Agreement agreement = booking.agreement();
        end(
                caller,
                booking,
                agreement,
                booking.refund(clock.instant()),
                Payout.backToBuyer(agreement.money().price()));
    }

    /** The leg says what the booking says that the load's owner bought. */
    private void end(Caller caller, Booking booking, Agreement agreement, DomainEvent ended, Payout payout) {
        release.release(caller, agreement, payout);
        if (booking.upstreamBookingId() == null) {
            loads.follow(booking.loadId(), booking.legId(), booking.status().ofLeg());
        }
        bookings.flush();
        events.publish(caller, ended);
    }
}
