package org.lanerunner.deals;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Permission;
import org.lanerunner.trips.TripView;

/**
 * What the {@link OfferRule}s are asked about: one side wants to make this offer.
 *
 * @param maker the organisation that makes it
 * @param trip the trip that the request names, or null where it names none or none that the maker sees
 */
record OfferAsked(UUID maker, OfferedLeg leg, TripView trip, OfferRequest request, Instant now) {

    /** The load's owner offers to a trip; anybody else is a carrier who offers to the leg. */
    boolean byOwner() {
        return leg.organisationId().equals(maker);
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

    boolean fixedPrice() {
        return leg.price() != null;
    }

    String permission() {
        return byOwner() ? Permission.LOADS_POST : Permission.TRIPS_POST;
    }

    /** Who would carry. */
    UUID seller() {
        return seesTrip() ? trip.organisationId() : maker;
    }

    Money price() {
        return fixedPrice() ? leg.price() : request.price();
    }
}
