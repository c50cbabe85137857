package org.lanerunner.deals;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Money;
import org.lanerunner.trips.TripPermissions;
import org.lanerunner.trips.TripView;

/**
 * What the {@link OfferRule}s are asked about: one side wants to make this offer.
 *
 * @param maker the organisation that makes it
 * @param trip the trip that the request names, or null where it names none or none that the maker sees
 * @param brokersOnly whether the maker sells carriage, but posts no trips
 */
record OfferAsked(UUID maker, OfferedLeg leg, TripView trip, OfferRequest request, boolean brokersOnly, Instant now) {

    /**
     * True if the buyer's side makes it: the load's owner, who offers to a trip, or a broker who has sold the leg's carriage. Anybody else is a carrier who
     * offers to the load.
     */
    boolean byBuyer() {
        return covers() || leg.organisationId().equals(maker);
    }

    /** True if a broker makes it to have an own booking without a vehicle carried. */
    boolean covers() {
        return request.bookingId() != null;
    }

    boolean coversOwnBooking() {
        return leg.broker() != null
                && leg.broker().organisationId().equals(maker)
                && leg.broker().bookingId().equals(request.bookingId());
    }

    /** True if the maker offers to carry, and has another organisation carry it. */
    boolean brokered() {
        return request.brokered() == null ? brokersOnly && !byBuyer() && !namesTrip() : request.brokered();
    }

    boolean namesTrip() {
        return request.tripId() != null;
    }

    boolean seesTrip() {
        return trip != null;
    }

    boolean ownTrip() {
        return seesTrip() && trip.organisationId().equals(maker);
    }

    boolean ownersTrip() {
        return seesTrip() && trip.organisationId().equals(leg.organisationId());
    }

    /** True if the load has a fixed price. It is what the load's owner pays, so it binds no broker and carrier. */
    boolean fixedPrice() {
        return !covers() && leg.price() != null;
    }

    String permission() {
        if (covers() || brokered()) {
            return DealPermissions.CARRIAGE_BROKER;
        }
        return byBuyer() ? LoadPermissions.POST : TripPermissions.POST;
    }

    /** The organisation that would pay. */
    UUID buyer() {
        return covers() ? maker : leg.organisationId();
    }

    /** The organisation that would carry. */
    UUID seller() {
        return seesTrip() ? trip.organisationId() : maker;
    }

    Money price() {
        return fixedPrice() ? leg.price() : request.price();
    }
}
