package org.lanerunner.bookings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Permission;
import org.lanerunner.trips.TripLabel;

/** What a page of bookings needs of other features to be shown, fetched once: names of organisations, trips, and who asks. */
record BookingContext(Caller caller, Map<UUID, String> names, Map<UUID, TripLabel> trips) {

    BookingView.Party party(UUID organisationId) {
        return new BookingView.Party(organisationId, names.getOrDefault(organisationId, ""));
    }

    TripLabel trip(UUID tripId) {
        return trips.get(tripId);
    }

    /** The verbs that this caller may use on the booking as it stands. */
    List<String> actions(Booking booking) {
        boolean seller = booking.sellerOrganisationId().equals(caller.organisationId());
        boolean buyer = booking.buyerOrganisationId().equals(caller.organisationId());
        BookingStatus status = booking.status();
        List<String> actions = new ArrayList<>();
        if (seller && BookingCommand.DISPATCH.leaves(status) && caller.may(Permission.BOOKINGS_DISPATCH)) {
            actions.add(trip(booking.tripId()).driver() == null ? "assign" : "dispatch");
        }
        if (seller && status.onTheRoad() && caller.may(Permission.BOOKINGS_DRIVE)) {
            booking.nextToDepart().ifPresent(stop -> actions.add("depart"));
            booking.nextToArrive().ifPresentOrElse(stop -> actions.add("arrive"), () -> actions.add("deliver"));
        }
        if (seller && BookingCommand.CORRECT.leaves(status) && caller.may(Permission.BOOKINGS_DRIVE)) {
            actions.add("correct");
        }
        if (buyer && BookingCommand.ACCEPT_PROOF.leaves(status) && caller.may(Permission.BOOKINGS_ACCEPT_PROOF)) {
            actions.add("accept-proof");
        }
        if ((buyer || seller) && booking.beforeLoading() && caller.may(Permission.BOOKINGS_CANCEL)) {
            actions.add("cancel");
        }
        return actions;
    }
}
